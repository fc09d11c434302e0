package se.sip.correspondence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.sip.correspondence.document.Document;

/**
 * Places a message in the outbox of the county's IT service. Neither SAMSA nor Lifecare SP has a public interface: an
 * integration reads the outbox over the API, or the folder where one is set, and acknowledges.
 */
@Component
class ItServiceCarrier implements Carrier {

    private final ItServiceMessageRepository messages;
    private final ItServiceMessages outbox;
    private final Papers papers;
    private final Clock clock;
    private final String folder;

    ItServiceCarrier(ItServiceMessageRepository messages, ItServiceMessages outbox, Papers papers, Clock clock,
            @Value("${sip.it-service.folder:}") String folder) {
        this.messages = messages;
        this.outbox = outbox;
        this.papers = papers;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public Way way() {
        return Way.IT_SERVICE;
    }

    @Override
    public Ready prepare(Delivery delivery) {
        Optional<Document> document = papers.of(delivery);
        return () -> {
            if (!folder.isBlank()) {
                write(delivery, document);
            }
            messages.save(new ItServiceMessage(delivery.id(), delivery.county(), document.map(Document::id).orElse(null),
                    LocalDateTime.now(clock)));
        };
    }

    /** The message last, under its own name in one step: who sees it can read all of it. */
    private void write(Delivery delivery, Optional<Document> document) throws NotSentException {
        try {
            Path county = Files.createDirectories(Path.of(folder, delivery.county()));
            if (document.isPresent()) {
                place(county.resolve(delivery.id() + ".pdf"), document.get().content());
            }
            place(county.resolve(delivery.id() + ".json"), outbox.json(delivery, document.isPresent())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NotSentException(Failure.NOT_WRITTEN);
        }
    }

    private static void place(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
