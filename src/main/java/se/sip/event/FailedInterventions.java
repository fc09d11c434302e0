package se.sip.event;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.closure.Involved;
import se.sip.closure.NoticeKind;
import se.sip.closure.Notices;
import se.sip.consent.Consents;
import se.sip.correspondence.Addressee;
import se.sip.plan.Intervention;
import se.sip.plan.Interventions;

/**
 * Tells all who take part, the family included, that an intervention does not come about (VGU-136, VGU-145). Of one that
 * is withheld from guardians, neither they nor a child whose letters they open are told (OSL 12:3).
 */
@Service
class FailedInterventions {

    private final Interventions interventions;
    private final CaseFiles cases;
    private final Involved involved;
    private final Notices notices;
    private final Consents consents;
    private final CaseLog log;

    FailedInterventions(Interventions interventions, CaseFiles cases, Involved involved, Notices notices,
            Consents consents, CaseLog log) {
        this.interventions = interventions;
        this.cases = cases;
        this.involved = involved;
        this.notices = notices;
        this.consents = consents;
        this.log = log;
    }

    @Transactional
    void tellAll(String key) {
        Intervention intervention = interventions.byKey(key);
        String number = intervention.caseNumber();
        List<Addressee> all = new ArrayList<>(involved.all(number));
        all.add(Addressee.unit(cases.byNumber(number).convenerUnit()));
        if (intervention.isWithheld()) {
            all.removeIf(r -> r.kind() == Addressee.Kind.GUARDIAN
                    || r.kind() == Addressee.Kind.PERSON && !consents.isMature(number));
        }
        notices.tell(number, NoticeKind.INTERVENTION_FAILED, all);
        log.add(number, "INTERVENTION_FAILURE_TOLD");
    }
}
