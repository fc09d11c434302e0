package se.sip.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormSituation;

/** The intervention a task is about, and the rule that only its owner answers for it (VGU-124). */
@Component
class OwnIntervention {

    private final Interventions interventions;
    private final PlanVariables planVariables;

    OwnIntervention(Interventions interventions, PlanVariables planVariables) {
        this.interventions = interventions;
        this.planVariables = planVariables;
    }

    String keyAt(FormSituation where) {
        return where.variables().text(ProcessVariable.INTERVENTION);
    }

    /** A unit without login is answered for by the convening one, which writes who there said what. */
    void checkOwner(FormSituation where, Faults faults) {
        Intervention intervention = interventions.byKey(keyAt(where));
        faults.addIf(!where.staff().worksIn(planVariables.groupOf(intervention.party(), where.caseNumber())), "",
                "Bara den enhet som ansvarar för insatsen kan svara för den.");
    }

    private static String when(Intervention i) {
        String days = (i.startsOn() == null ? "" : "Från " + i.startsOn())
                + (i.doneBy() == null ? "" : " till " + i.doneBy());
        return Stream.of(days.strip(), text(i.howOften())).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    Map<String, Object> shown(FormSituation where) {
        Intervention i = interventions.byKey(keyAt(where));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("intervention", i.what());
        shown.put("owner", i.ownerName());
        shown.put("performer", text(i.performer()));
        shown.put("when", when(i));
        shown.put("place", text(i.place()));
        shown.put("separateDecision", i.separateDecision()
                ? "Kräver ansökan eller utredning och beslutas separat." : "");
        shown.put("withheld", text(i.withheldText()));
        return shown;
    }
}
