package se.sip.correspondence;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Persistable;

/** A message in the outbox of the county's IT service. Its key is the delivery's: it can be placed once only. */
record ItServiceMessage(@Id Long deliveryId, String county, Long documentId, LocalDateTime placedAt)
        implements Persistable<Long> {

    @Override
    public Long getId() {
        return deliveryId;
    }

    /** It is written once and never changed. */
    @Override
    @Transient
    public boolean isNew() {
        return true;
    }
}
