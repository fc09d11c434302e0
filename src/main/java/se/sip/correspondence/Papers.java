package se.sip.correspondence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.correspondence.document.Document;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;

/** Which document goes with a delivery. An e-mail carries none. */
@Component
public class Papers {

    private static final Map<Purpose, DocumentKind> KINDS = Map.ofEntries(
            Map.entry(Purpose.CALL, DocumentKind.CALL), Map.entry(Purpose.INVITATION, DocumentKind.INVITATION),
            Map.entry(Purpose.FAMILY_INVITATION, DocumentKind.INVITATION_FAMILY),
            Map.entry(Purpose.MEETING_CHANGED, DocumentKind.MEETING_MOVED),
            Map.entry(Purpose.MEETING_CANCELLED, DocumentKind.MEETING_CANCELLED),
            Map.entry(Purpose.PARTICIPANTS, DocumentKind.PARTICIPANTS), Map.entry(Purpose.PLAN, DocumentKind.PLAN),
            Map.entry(Purpose.PLAN_REVISED, DocumentKind.PLAN_REVISED),
            Map.entry(Purpose.FOLLOW_UP_SUMMARY, DocumentKind.FOLLOW_UP),
            Map.entry(Purpose.DENIAL, DocumentKind.DENIAL), Map.entry(Purpose.NOT_NEEDED, DocumentKind.NOT_NEEDED),
            Map.entry(Purpose.FOLLOW_UP_CALL, DocumentKind.FOLLOW_UP_CALL),
            Map.entry(Purpose.FOLLOW_UP_INVITATION, DocumentKind.FOLLOW_UP_INVITATION),
            Map.entry(Purpose.FOLLOW_UP_FAMILY, DocumentKind.FOLLOW_UP_FAMILY),
            Map.entry(Purpose.FOLLOW_UP_SUMMARY_FAMILY, DocumentKind.FOLLOW_UP),
            Map.entry(Purpose.NO_SIP, DocumentKind.NO_SIP), Map.entry(Purpose.CLOSED, DocumentKind.CLOSED));

    private final Documents documents;
    private final AddressBook addresses;

    Papers(Documents documents, AddressBook addresses) {
        this.documents = documents;
        this.addresses = addresses;
    }

    public static Optional<DocumentKind> kindOf(Purpose purpose) {
        return Optional.ofNullable(KINDS.get(purpose));
    }

    /** Makes and keeps the document of a delivery, or finds the one already made. */
    Optional<Document> of(Delivery delivery) {
        return kindOf(delivery.purpose()).flatMap(kind -> documents.make(delivery.caseNumber(), kind,
                delivery.subject(), delivery.subjectVersion(),
                new Documents.Reader(delivery.addresseeKind() + ":" + delivery.addresseeKey(),
                        delivery.addressee().role(), window(delivery.caseNumber(), delivery.addressee()))));
    }

    /** What the envelope's window shows. With a protected identity the name only: Skatteverket adds the rest. */
    List<String> window(String caseNumber, Addressee addressee) {
        var address = addresses.postalAddressOf(caseNumber, addressee);
        var lines = new ArrayList<String>();
        lines.add(address.name());
        if (address.address() != null) {
            Arrays.stream(address.address().split("[,\\n]")).map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.equals(address.name())).forEach(lines::add);
        }
        return lines;
    }
}
