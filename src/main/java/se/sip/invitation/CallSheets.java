package se.sip.invitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.Person;
import se.sip.consent.Consents;
import se.sip.correspondence.document.CallPaper;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.Swedish;
import se.sip.decision.DecisionAnswer;
import se.sip.invitation.InvitationForm.RecipientRow;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/kallelse.html} will send: the call to each recipient, and the family's own invitations. */
@Component
class CallSheets implements FormSheets<InvitationForm> {

    private final Recipients recipients;
    private final Dispatch dispatch;
    private final AnswerTimes times;
    private final Documents documents;
    private final Discretion discretion;
    private final Consents consents;
    private final CaseFiles cases;

    CallSheets(Recipients recipients, Dispatch dispatch, AnswerTimes times, Documents documents,
            Discretion discretion, Consents consents, CaseFiles cases) {
        this.recipients = recipients;
        this.dispatch = dispatch;
        this.times = times;
        this.documents = documents;
        this.discretion = discretion;
        this.consents = consents;
        this.cases = cases;
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
                sheets.add(sheet(caseFile, form, row, to, asked, where.today()));
            }
        }
        sheets.addAll(family(caseFile, form, asked, where.today()));
        return sheets;
    }

    private Sheet sheet(CaseFile caseFile, InvitationForm form, RecipientRow row, Participant to,
            List<Participant> asked, LocalDate today) {
        DocumentKind kind = to.duty() == Participant.Duty.CALLED ? DocumentKind.CALL : DocumentKind.INVITATION;
        if (!dispatch.covered(caseFile.number(), to.id(), to.unitId(), to.name())) {
            return new Sheet(to.name(), kind.swedish(), "Skickas inte",
                    "Inget giltigt samtycke eller annan grund omfattar mottagaren.", List.of("VGU-61"), null);
        }
        DecisionAnswer channels = dispatch.channels(caseFile, to.unitId(), null);
        String way = Stream.of("channel", "second", "third").map(channels::text).filter(Objects::nonNull)
                .filter(c -> !c.isEmpty()).map(c -> Channel.valueOf(c).swedish())
                .collect(Collectors.joining(", annars "));
        CallPaper paper = paper(caseFile, form, asked, row.contribution(),
                times.from(caseFile.county(), form.meetingDate()).due());
        return new Sheet(to.name(), kind.swedish(), way, channels.why(), channels.clauses().values(),
                () -> documents.preview(caseFile.number(), kind, paper,
                        Documents.Reader.preview(Documents.Reader.Role.PARTICIPANT, List.of(to.name()))));
    }

    private List<Sheet> family(CaseFile caseFile, InvitationForm form, List<Participant> asked, LocalDate today) {
        Person person = cases.personOf(caseFile);
        var names = new ArrayList<String>();
        if (person.ageOn(today) >= CallLetters.OWN_SAY) {
            names.add(person.name());
        }
        if (!person.isAdultOn(today)) {
            cases.guardiansOf(caseFile).forEach(g -> names.add(g.name()));
        }
        CallPaper paper = paper(caseFile, form, asked, null, null);
        return names.stream().map(name -> new Sheet(name, DocumentKind.INVITATION_FAMILY.swedish(), "Brev",
                "Var och en i familjen får sin egen inbjudan.", List.of("VGV-20"),
                () -> documents.preview(caseFile.number(), DocumentKind.INVITATION_FAMILY, paper,
                        Documents.Reader.preview(Documents.Reader.Role.PERSON, List.of(name))))).toList();
    }

    private CallPaper paper(CaseFile caseFile, InvitationForm form, List<Participant> asked, String contribution,
            LocalDate answerBy) {
        String number = caseFile.number();
        Person person = cases.personOf(caseFile);
        return new CallPaper(Swedish.span(form.meetingDate().atTime(form.startTime()),
                form.meetingDate().atTime(form.endTime())), discretion.place(number, form.place()),
                form.meetingForm().swedish(), form.digitalPreparation(), form.purpose(), form.longTermGoal(),
                Arrays.stream(form.questions().split("\\R")).map(String::strip).filter(q -> !q.isEmpty()).toList(),
                contribution, asked.stream().map(p -> new CallPaper.Called(
                        discretion.party(number, p.unitId(), p.name()),
                        p.duty() == Participant.Duty.CALLED ? "Kallad" : "Inbjuden")).toList(),
                Swedish.day(answerBy), Boolean.TRUE.equals(form.convenerDocuments()) ? caseFile.convenerUser()
                        : form.documenter(), form.dateReason(), person.interpreterLanguage(), person.adaptations(),
                consents.excludedTopics(number));
    }
}
