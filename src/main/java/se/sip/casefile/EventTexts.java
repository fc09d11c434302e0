package se.sip.casefile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the kinds of events in a case's story are called in Swedish: {@code texts/handelser.properties}. The code of an
 * event is for programs; no page shows it.
 */
@Component
public class EventTexts {

    private static final String FILE = "texts/handelser.properties";
    private static final String UNNAMED = "Händelse";

    private final Properties texts = new Properties();

    EventTexts() {
        try (var reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the story as a reader sees it: what happened, and the note where it says more. */
    public String line(CaseEvent event) {
        return line(event.kind(), event.note());
    }

    /** The same for whoever holds the parts of a line. */
    public String line(String kind, String note) {
        String text = find(kind).orElse(UNNAMED);
        if (note == null || note.isBlank()) {
            return text + ".";
        }
        return note.startsWith(text) ? note : text + ": " + note;
    }

    /** Text of a kind, or of its family; empty where nobody has written one. */
    Optional<String> find(String kind) {
        String text = texts.getProperty(kind);
        for (int cut = kind.lastIndexOf('_'); text == null && cut > 0; cut = kind.lastIndexOf('_', cut - 1)) {
            text = texts.getProperty(kind.substring(0, cut) + "_*");
        }
        return Optional.ofNullable(text);
    }

    /** Whether the kinds that start so have a text of their family. */
    boolean hasFamily(String prefix) {
        return texts.containsKey(prefix + "*");
    }

    /** Whether a kind has a text of its own. */
    boolean has(String kind) {
        return texts.containsKey(kind);
    }
}
