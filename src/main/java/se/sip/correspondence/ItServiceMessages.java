package se.sip.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.correspondence.Delivery.Status;
import se.sip.correspondence.document.Documents;

/** What an integration with the county's IT service reads, and its receipts. */
@Service
@Transactional
class ItServiceMessages {

    private final ItServiceMessageRepository messages;
    private final DeliveryRepository deliveries;
    private final Documents documents;
    private final Outbox outbox;
    private final Grounds grounds;
    private final ObjectMapper json;

    ItServiceMessages(ItServiceMessageRepository messages, DeliveryRepository deliveries, Documents documents,
            Outbox outbox, Grounds grounds, ObjectMapper json) {
        this.grounds = grounds;
        this.messages = messages;
        this.deliveries = deliveries;
        this.documents = documents;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * One message.
     *
     * @param id the same however often it is read; hand it on so that the IT service can tell one from two
     * @param recipient id of the unit in the register
     * @param document whether a PDF goes with it
     */
    record Message(Long id, String caseNumber, String purpose, String title, String recipient, LocalDate answerBy,
            boolean document, LocalDateTime placedAt) {
    }

    /** Messages of the county that nobody has acknowledged and that a ground still covers, oldest first. */
    List<Message> waiting(String county) {
        return messages.findByCountyOrderByDeliveryId(county).stream()
                .map(m -> handedOut(m).filter(d -> d.status() == Status.SENT)
                        .map(d -> message(d, m.documentId() != null, m.placedAt())))
                .flatMap(Optional::stream).toList();
    }

    /** What has been placed here has not left the product: the ground is asked again when it is fetched. */
    private Optional<Delivery> handedOut(ItServiceMessage message) {
        return deliveries.findById(message.deliveryId()).filter(d -> grounds.hindrance(d).isEmpty());
    }

    /** The PDF of a message of the county, while a ground covers it. */
    Optional<byte[]> pdf(String county, long id) {
        return messages.findById(id).filter(m -> m.county().equals(county) && m.documentId() != null)
                .filter(m -> handedOut(m).isPresent()).flatMap(m -> documents.find(m.documentId())).map(d -> d.content());
    }

    /** The case that a message of the county is about. */
    Optional<String> caseNumber(String county, long id) {
        return messages.findById(id).filter(m -> m.county().equals(county))
                .flatMap(m -> deliveries.findById(m.deliveryId())).map(Delivery::caseNumber);
    }

    /** @return false where the county has no such message */
    boolean acknowledge(String county, long id) {
        if (messages.findById(id).filter(m -> m.county().equals(county)).isEmpty()) {
            return false;
        }
        outbox.acknowledge(id, "IT-tjänsten");
        return true;
    }

    String json(Delivery delivery, boolean document) {
        try {
            return json.writeValueAsString(message(delivery, document, delivery.createdAt()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message could not be written");
        }
    }

    private static Message message(Delivery d, boolean document, LocalDateTime at) {
        return new Message(d.id(), d.caseNumber(), d.purpose().name(), d.purpose().swedish(), d.addresseeKey(),
                d.answerBy(), document, at);
    }
}
