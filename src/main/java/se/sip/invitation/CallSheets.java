package se.sip.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.access.StaffNames;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Previews;
import se.sip.correspondence.document.CallPaper;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.Swedish;
import se.sip.invitation.InvitationForm.RecipientRow;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/kallelse.html} will send: the call to each recipient, and the family's own invitations. */
@Component
class CallSheets implements FormSheets<InvitationForm> {

    private final Recipients recipients;
    private final Dispatch dispatch;
    private final AnswerTimes times;
    private final CallLetters letters;
    private final Previews previews;
    private final Discretion discretion;
    private final Consents consents;
    private final CaseFiles cases;
    private final StaffNames names;

    CallSheets(Recipients recipients, Dispatch dispatch, AnswerTimes times, CallLetters letters,
            Previews previews, Discretion discretion, Consents consents, CaseFiles cases,
            StaffNames names) {
        this.recipients = recipients;
        this.dispatch = dispatch;
        this.times = times;
        this.letters = letters;
        this.previews = previews;
        this.discretion = discretion;
        this.consents = consents;
        this.cases = cases;
        this.names = names;
    }

    @Override
    public String form() {
        return "kallelse";
    }

    @Override
    public List<Sheet> of(InvitationForm form, FormSituation where) {
        CaseFile caseFile = cases.byNumber(where.caseNumber());
        Map<Long, Participant> known = recipients.of(caseFile).stream()
                .collect(Collectors.toMap(Participant::id, p -> p));
        List<Participant> asked = form.recipients().stream().filter(RecipientRow::isAsked)
                .map(r -> known.get(r.participantId())).filter(Objects::nonNull).toList();
        var sheets = new ArrayList<Sheet>();
        for (RecipientRow row : form.recipients()) {
            Participant to = known.get(row.participantId());
            if (row.isAsked() && to != null) {
                sheets.add(sheet(caseFile, form, row, to, asked));
                letters.time(caseFile.number(), to.unitId(), to.id(), "preview")
                        .ifPresent(order -> sheets.add(previews.of(order, () -> null)));
            }
        }
        sheets.addAll(family(caseFile, form, asked));
        return sheets;
    }

    private Sheet sheet(CaseFile caseFile, InvitationForm form, RecipientRow row, Participant to,
            List<Participant> asked) {
        Addressee addressee = to.unitId() == null ? Addressee.outside(to.id()) : Addressee.unit(to.unitId());
        boolean called = to.duty() == Participant.Duty.CALLED;
        return previews.of(CallLetters.order(caseFile, called, addressee, to.id(),
                "preview", dispatch.channels(caseFile, to.unitId(), null)), () -> paper(caseFile, form, asked,
                        row.contribution(), times.from(caseFile.county(), form.meetingDate()).due(), called));
    }

    private List<Sheet> family(CaseFile caseFile, InvitationForm form, List<Participant> asked) {
        return letters.familyOrders(caseFile, "preview").stream()
                .map(order -> previews.of(order, () -> paper(caseFile, form, asked, null, null, true))).toList();
    }

    /** @param special whether the reader may know of interpreter and adaptations: the called and the family (BOR-44) */
    private CallPaper paper(CaseFile caseFile, InvitationForm form, List<Participant> asked, String contribution,
            LocalDate answerBy, boolean special) {
        String number = caseFile.number();
        Person person = cases.personOf(caseFile);
        return new CallPaper(Swedish.span(form.meetingDate().atTime(form.startTime()),
                form.meetingDate().atTime(form.endTime())), discretion.place(number, form.place()),
                form.meetingForm().swedish(), form.digitalPreparation(), form.purpose(), form.longTermGoal(),
                form.questions() == null ? List.of()
                        : form.questions().lines().map(String::strip).filter(q -> !q.isEmpty()).toList(),
                contribution, asked.stream().map(p -> new CallPaper.Called(
                        discretion.party(number, p.unitId(), p.name()),
                        p.duty() == Participant.Duty.CALLED ? "Kallad" : "Inbjuden")).toList(),
                Swedish.day(answerBy), Boolean.TRUE.equals(form.convenerDocuments())
                        ? names.of(caseFile.convenerUser()) : form.documenter(), form.dateReason(),
                special ? person.interpreterLanguage() : null, special ? person.adaptations() : null,
                consents.excludedTopics(number));
    }
}
