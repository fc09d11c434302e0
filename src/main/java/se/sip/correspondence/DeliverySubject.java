package se.sip.correspondence;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.TaskSubject;

/** Which letter is to be posted, or which send is unclear. */
@Component
class DeliverySubject implements TaskSubject {

    private final DeliveryRepository deliveries;
    private final AddressBook addresses;

    DeliverySubject(DeliveryRepository deliveries, AddressBook addresses) {
        this.deliveries = deliveries;
        this.addresses = addresses;
    }

    @Override
    public ProcessVariable key() {
        return ProcessVariable.DELIVERY;
    }

    @Override
    public Optional<String> of(String value) {
        return deliveries.findById(Long.valueOf(value)).map(d -> d.purpose().swedish() + ", till "
                + addresses.nameOf(d.caseNumber(), d.addressee()));
    }
}
