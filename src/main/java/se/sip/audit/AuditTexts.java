package se.sip.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.sip.casefile.EventTexts;

/** What a row of the log says in Swedish: {@code texts/logg.properties}. */
@Component
class AuditTexts {

    private static final String FILE = "texts/logg.properties";
    private static final String TECHNICAL = "teknisk";

    private final Properties texts = new Properties();
    private final Set<String> technical;
    private final EventTexts events;

    AuditTexts(EventTexts events) {
        this.events = events;
        try (var reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        technical = Set.copyOf(Arrays.asList(texts.getProperty(TECHNICAL).split(",")));
    }

    /** Whether a record says nothing of a case beyond another that is saved with it. */
    boolean isTechnical(Class<?> record) {
        return technical.contains(record.getSimpleName());
    }

    /** Whether somebody has said what a record is called. */
    boolean knows(Class<?> record) {
        return isTechnical(record) || texts.containsKey(record.getSimpleName());
    }

    /** "Läste ärendet", "Ändrade: samtycke, historik (Samtycke lämnat)". */
    String what(AuditEntry entry) {
        if (entry.action() != AuditAction.CHANGED || entry.subject() != AuditSubject.RECORDS) {
            String subject = entry.subject() == AuditSubject.LIST ? ""
                    : " " + entry.subject().swedish() + ((entry.subject() == AuditSubject.DOCUMENT
                            || entry.subject() == AuditSubject.ACCOUNT) && entry.detail() != null ? " " + entry.detail() : "");
            return entry.action().swedish() + subject;
        }
        var changed = new LinkedHashSet<String>();
        var story = new LinkedHashSet<String>();
        for (String part : entry.detail().split(",")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                changed.add(texts.getProperty(part, part));
            } else {
                story.add(events.line(part.substring(colon + 1), null).replaceFirst("\\.$", ""));
            }
        }
        return AuditAction.CHANGED.swedish() + " " + (changed.isEmpty() ? "historiken" : String.join(", ", changed))
                + (story.isEmpty() ? "" : ": " + String.join("; ", story));
    }
}
