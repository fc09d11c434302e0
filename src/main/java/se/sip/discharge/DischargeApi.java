package se.sip.discharge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormReader;
import se.sip.tasklist.StaffWork;

/** Each message once: by the sender's id in the county. Everything that follows is in the same transaction. */
@Service
class DischargeApi {

    private static final String MESSAGE_ID = "messageId";
    private static final int LONGEST_ID = 100;
    private final ReceivedMessageRepository received;
    private final AdmissionIntake admissionIntake;
    private final WardMessageIntake messageIntake;
    private final WardMessages messages;
    private final CallClock calls;
    private final DischargeRoutine routine;
    private final FormReader reader;
    private final StaffWork work;
    private final RepositoryService repository;
    private final ObjectMapper json;
    private final Clock clock;

    DischargeApi(ReceivedMessageRepository received, AdmissionIntake admissionIntake,
            WardMessageIntake messageIntake, WardMessages messages, CallClock calls, DischargeRoutine routine,
            FormReader reader, StaffWork work, RepositoryService repository, ObjectMapper json, Clock clock) {
        this.received = received;
        this.admissionIntake = admissionIntake;
        this.messageIntake = messageIntake;
        this.messages = messages;
        this.calls = calls;
        this.routine = routine;
        this.reader = reader;
        this.work = work;
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a sender gets back.
     *
     * @param callDue last day of the call, where the person is ready for discharge
     */
    record Answer(String messageId, String caseNumber, LocalDateTime receivedAt, LocalDate callDue) {
    }

    @Transactional
    Answer admission(ObjectNode body, StaffMember staff) {
        return once(body, "ADMISSION", staff, () -> {
            ObjectNode form = without(body);
            reader.read(admissionIntake, form, staff);
            return work.start(process(county(staff)), form);
        });
    }

    @Transactional
    Answer message(WardMessageKind kind, ObjectNode body, StaffMember staff) {
        return once(body, kind.name(), staff, () -> {
            ObjectNode form = without(body);
            form.put("kind", kind.name());
            WardMessageForm read = reader.read(messageIntake, form, staff);
            messages.perform(messages.register(read, staff));
            return read.caseNumber();
        });
    }

    private Answer once(ObjectNode body, String kind, StaffMember staff, Supplier<String> receive) {
        String county = county(staff);
        if (!routine.holdsIn(county)) {
            throw new FaultyFormException(new Faults().add("", routine.why(county)));
        }
        String id = messageId(body);
        String digest = digest(kind, body);
        Optional<ReceivedMessage> before = received.findByCountyAndMessageId(county, id);
        if (before.isPresent()) {
            if (!before.get().digest().equals(digest)) {
                throw new ResponseStatusException(HttpStatus.CONFLICT,
                        "Ett meddelande med samma messageId men annat innehåll är redan mottaget.");
            }
            return read(before.get().answer());
        }
        var now = LocalDateTime.now(clock);
        // First, so that the same message sent twice at once is done once: the second waits, and fails on the key.
        ReceivedMessage kept = received.save(new ReceivedMessage(null, county, id, digest, null, now,
                staff.userId()));
        String caseNumber = receive.get();
        Answer answer = new Answer(id, caseNumber, now,
                calls.current(caseNumber).map(ReadyNotice::callDue).orElse(null));
        received.save(kept.withAnswer(written(answer)));
        return answer;
    }

    private static String messageId(ObjectNode body) {
        JsonNode id = body.get(MESSAGE_ID);
        if (id == null || !id.isTextual() || id.asText().isBlank() || id.asText().length() > LONGEST_ID) {
            throw new FaultyFormException(new Faults().add(MESSAGE_ID,
                    "Varje meddelande har ett eget messageId, en text på högst 100 tecken."));
        }
        return id.asText().strip();
    }

    private static ObjectNode without(ObjectNode body) {
        ObjectNode form = body.deepCopy();
        form.remove(MESSAGE_ID);
        return form;
    }

    private static String county(StaffMember staff) {
        return staff.counties().stream().findFirst().orElseThrow(
                () -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Du hör inte till något län."));
    }

    private String process(String county) {
        return repository.createProcessDefinitionQuery().processDefinitionKey("utskrivning").tenantIdIn(county)
                .latestVersion().active().startableInTasklist().singleResult().getId();
    }

    /** The order of fields does not matter; that of rows does. */
    private String digest(String kind, ObjectNode body) {
        try {
            String text = kind + json.writeValueAsString(sorted(body));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A message cannot be compared");
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, Object>();
            node.fields().forEachRemaining(f -> fields.put(f.getKey(), sorted(f.getValue())));
            return fields;
        }
        if (node.isArray()) {
            var items = new java.util.ArrayList<Object>();
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return node;
    }

    private Answer read(String answer) {
        try {
            return json.readValue(answer, Answer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept answer cannot be read");
        }
    }

    private String written(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written");
        }
    }
}
