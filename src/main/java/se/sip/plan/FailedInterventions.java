package se.sip.plan;

import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseLog;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;

/** Tells all who take part, the family included, that an intervention does not come about (VGU-136, VGU-145). */
@Service
class FailedInterventions {

    private final Interventions interventions;
    private final Parties parties;
    private final CaseLog log;

    FailedInterventions(Interventions interventions, Parties parties, CaseLog log) {
        this.interventions = interventions;
        this.parties = parties;
        this.log = log;
    }

    void tellAll(String key) {
        Intervention intervention = interventions.byKey(key);
        String told = parties.of(intervention.caseNumber()).stream().map(Party::name)
                .collect(Collectors.joining(", "));
        log.add(intervention.caseNumber(), "INTERVENTION_FAILURE_TOLD", "Familjen, " + told);
    }
}
