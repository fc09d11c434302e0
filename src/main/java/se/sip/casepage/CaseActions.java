package se.sip.casepage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.Colleagues;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.Notice;
import se.sip.closure.Notices;
import se.sip.engine.CaseProcesses;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventSheets;
import se.sip.event.TypedEvents;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FaultyFormException;
import se.sip.tasklist.FormSheets.Sheet;

/** Does what somebody chose on the page of a case, once, and writes the receipt. */
@Service
class CaseActions {

    private final TypedEvents typed;
    private final CaseEvents events;
    private final CaseFiles cases;
    private final CaseLog log;
    private final Notices notices;
    private final Consequences consequences;
    private final PageReceipts receipts;
    private final ActionForms forms;
    private final Colleagues colleagues;
    private final CaseProcesses processes;
    private final StaffNames names;
    private final EventSheets sheets;

    CaseActions(TypedEvents typed, CaseEvents events, CaseFiles cases, CaseLog log, Notices notices,
            Consequences consequences, PageReceipts receipts, ActionForms forms, Colleagues colleagues, CaseProcesses processes, StaffNames names,
            EventSheets sheets) {
        this.sheets = sheets;
        this.typed = typed;
        this.events = events;
        this.cases = cases;
        this.log = log;
        this.notices = notices;
        this.consequences = consequences;
        this.receipts = receipts;
        this.forms = forms;
        this.colleagues = colleagues;
        this.processes = processes;
        this.names = names;
    }

    /** The actions that are open to the member in the case as it is now. */
    List<CaseAction> openTo(StaffMember who, CaseFile caseFile) {
        return Arrays.stream(CaseAction.values()).filter(a -> isOpenTo(who, caseFile, a)).toList();
    }

    boolean isOpenTo(StaffMember who, CaseFile caseFile, CaseAction action) {
        boolean convenes = who.worksIn(caseFile.convenerUnit());
        boolean answered = switch (action) {
            case CORRECT_CONSENT -> forms.consentAnswered(caseFile.number());
            case CORRECT_ATTENDANCE -> forms.meetingHeld(caseFile.number());
            case CORRECT_ANSWER -> forms.answered(caseFile.number()).findAny().isPresent();
            // Whoever convenes corrects, or changes for a unit without login; another unit has one answer, its own.
            case CHANGE_ANSWER -> forms.answered(caseFile.number()).anyMatch(i -> convenes
                    ? i.answer().way() != null : i.unitId() != null && who.worksIn(i.unitId()));
            default -> true;
        };
        if (answered && action.corrects().isPresent()) {
            return typed.isOpenTo(who, caseFile.number(), action.corrects().get());
        }
        return answered && (action.event().isEmpty() ? caseFile.isOpen() && convenes
                : typed.isOpenTo(who, caseFile.number(), action.event().get()));
    }

    /** What others have done in the case since a page was made, oldest first. */
    List<CaseEvent> since(StaffMember who, String caseNumber, long lastSeen) {
        return log.of(caseNumber).stream().filter(e -> e.id() > lastSeen && !e.kind().startsWith("FOUND_BY_"))
                .filter(e -> !who.userId().equals(e.actor())).toList();
    }

    /**
     * @param token of the form that was shown; the same one is done once
     * @throws FaultyFormException with everything that is wrong; nothing is done then
     * @throws PageReceipts.AlreadyDoneException where the form was handed in before
     */
    @Transactional
    void perform(CaseAction action, String caseNumber, Map<String, String> fields, StaffMember who, String token) {
        Map<String, String> filled = filled(fields);
        action.corrects().ifPresent(to -> filled.put("answerTo", to.name()));
        Optional<EventForm> event = action.event().map(kind -> typed.read(caseNumber, kind, filled, who));
        receipts.begin(token, caseNumber, action.name(), who.userId());
        long before = notices.of(caseNumber).stream().mapToLong(Notice::id).max().orElse(0);
        if (event.isPresent()) {
            events.happened(event.get(), who);
        } else {
            handOver(caseNumber, filled, who);
        }
        receipts.finish(token, consequences.receipt(action, notices.of(caseNumber).stream()
                .filter(n -> n.id() > before).toList()));
    }

    boolean sends(CaseAction action) {
        return action.event().map(sheets::sends).orElse(false);
    }

    /**
     * Who would be told what, if it were done as it is filled in now.
     *
     * @throws FaultyFormException with everything that is wrong
     */
    @Transactional(readOnly = true)
    List<Sheet> sheets(CaseAction action, String caseNumber, Map<String, String> fields, StaffMember who) {
        Map<String, String> filled = filled(fields);
        action.corrects().ifPresent(to -> filled.put("answerTo", to.name()));
        return action.event().map(kind -> sheets.of(typed.read(caseNumber, kind, filled, who), who)).orElse(List.of());
    }

    private void handOver(String caseNumber, Map<String, String> fields, StaffMember who) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        var faults = new Faults();
        String to = fields.get("colleague");
        faults.addIf(colleagues.in(caseFile.convenerUnit()).stream().noneMatch(c -> c.userId().equals(to)),
                "colleague", "Välj en kollega i listan.");
        faults.addIf(who.userId().equals(to), "colleague", "Välj någon annan än dig själv.");
        refuse(caseFile, who, faults);
        cases.save(caseFile.withConvenerUser(to));
        processes.reassign(caseNumber, who.userId(), to);
        log.add(caseNumber, "HANDED_TO_COLLEAGUE", names.of(to)
                + (fields.get("reason") == null ? "" : ". " + fields.get("reason")));
    }

    private static void refuse(CaseFile caseFile, StaffMember who, Faults faults) {
        faults.addIf(!caseFile.isOpen(), "", "Ärendet är avslutat.");
        faults.addIf(!who.worksIn(caseFile.convenerUnit()), "", "Bara den sammankallande enheten kan göra detta.");
        if (!faults.isEmpty()) {
            throw new FaultyFormException(faults);
        }
    }

    /** Nothing but blanks is no answer. */
    private static Map<String, String> filled(Map<String, String> fields) {
        var filled = new HashMap<String, String>();
        fields.forEach((name, text) -> {
            if (text != null && !text.isBlank()) {
                filled.put(name, text.strip());
            }
        });
        return filled;
    }
}
