package se.sip.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormReader;

/** Events as they are typed on a page of a case, by the same rules as in Tasklist and over the API. */
@Component
public class TypedEvents {

    /** Faults of these say that the event is not open to somebody in the case as it is, whatever is typed. */
    private static final Set<String> NOT_OPEN = Set.of("caseNumber", "kind");

    private final CaseEvents events;
    private final HandelseIntake intake;
    private final FormReader reader;
    private final ObjectMapper json;

    TypedEvents(CaseEvents events, HandelseIntake intake, FormReader reader, ObjectMapper json) {
        this.events = events;
        this.intake = intake;
        this.reader = reader;
        this.json = json;
    }

    /** Whether the member may register an event of the kind in the case as it is now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(StaffMember who, String caseNumber, EventKind kind) {
        return events.faultsOf(EventForm.of(kind).withCaseNumber(caseNumber), who).list().stream()
                .noneMatch(fault -> NOT_OPEN.contains(fault.field()));
    }

    /**
     * @param typed text by field of {@link EventForm}
     * @throws FaultyFormException with everything that is wrong
     */
    public EventForm read(String caseNumber, EventKind kind, Map<String, String> typed, StaffMember who) {
        ObjectNode fields = json.createObjectNode();
        typed.forEach(fields::put);
        fields.put("caseNumber", caseNumber).put("kind", kind.name());
        return reader.read(intake, fields, who);
    }
}
