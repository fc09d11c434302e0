package se.sip.dispute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.dispute.DisputeForm.DeciderRow;
import se.sip.dispute.DisputeStep.Outcome;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;

/** Takes in what managers made of a dispute. Only who has the mandate solves it (BOR-83). */
@Component
class DisputeIntake implements FormIntake<DisputeForm> {

    private final Disputes disputes;

    DisputeIntake(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public String form() {
        return "tvist";
    }

    @Override
    public Class<DisputeForm> type() {
        return DisputeForm.class;
    }

    @Override
    public void check(DisputeForm form, FormSituation where, Faults faults) {
        faults.addIf(form.outcome() == Outcome.DATE_PASSED, "outcome", "Välj vad ni kom fram till.");
        List<String> asked = asked(where).stream().map(DeciderRow::unitId).toList();
        faults.addIf(!form.deciders().stream().map(DeciderRow::unitId).toList().equals(asked), "deciders",
                "Tvisten har ändrats sedan formuläret öppnades. Öppna uppgiften igen.");
        if (form.outcome() == Outcome.SOLVED) {
            faults.addIf(isBlank(form.solution()), "solution", "Skriv vad ni har beslutat.");
            for (int i = 0; i < form.deciders().size(); i++) {
                faults.addIf(Boolean.FALSE.equals(form.deciders().get(i).mandate()), "deciders[" + i + "].mandate",
                        "En tvist löses av chefer med mandat att fatta beslut i frågan. Utan mandat lyfts den i linjen"
                                + " (BOR-83, BOR-84).");
            }
        } else {
            faults.addIf(form.outcome() != null && isBlank(form.why()), "why", "Skriv varför.");
        }
    }

    @Override
    public void accept(DisputeForm form, FormSituation where) {
        Dispute dispute = dispute(where);
        String line = line(where);
        disputes.answered(dispute, line == null ? null : form.deciders().get(0).unitId(), form.outcome(),
                form.deciders().stream().map(DeciderRow::who).collect(Collectors.joining(", ")),
                form.outcome() == Outcome.SOLVED ? form.solution() : form.why(), where.staff().userId());
        where.variables().set(ProcessVariable.DISPUTE_OUTCOME, form.outcome().name());
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of("deciders", asked(where));
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        Dispute dispute = dispute(where);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("what", dispute.what());
        shown.put("between", disputes.name(dispute.raisedBy()) + " och " + disputes.name(dispute.otherUnit()));
        shown.put("raisedOn", dispute.raisedAt().toLocalDate().toString());
        shown.put("level", dispute.where() + ". Senast " + dispute.stepDue() + ", annars lyfts frågan.");
        shown.put("before", disputes.stepsOf(dispute).stream().map(this::line).toList());
        return shown;
    }

    private String line(DisputeStep step) {
        return (step.level() == Dispute.NEAREST_MANAGERS ? "Närmaste chefer" : disputes.name(
                Objects.requireNonNullElse(step.unitId(), ""))) + ", " + step.endedAt().toLocalDate() + ": "
                + step.outcome().swedish() + (step.deciders() == null ? "" : " (" + step.deciders() + ")")
                + (step.note() == null ? "" : ". " + step.note());
    }

    /** Both sides together, or the one line whose task it is. */
    private List<DeciderRow> asked(FormSituation where) {
        Dispute dispute = dispute(where);
        String line = line(where);
        var rows = new ArrayList<DeciderRow>();
        for (String unitId : line == null ? List.of(dispute.raisedBy(), dispute.otherUnit())
                : List.of(line.substring(0, line.length() - Unit.MANAGER_SUFFIX.length()))) {
            rows.add(new DeciderRow(unitId, disputes.name(unitId), null, null));
        }
        return rows;
    }

    /** The group of the line whose task it is; null for the nearest managers. */
    private static String line(FormSituation where) {
        return where.variables().text(ProcessVariable.DISPUTE_LINE);
    }

    private Dispute dispute(FormSituation where) {
        return disputes.byKey(where.variables().text(ProcessVariable.SUBJECT));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
