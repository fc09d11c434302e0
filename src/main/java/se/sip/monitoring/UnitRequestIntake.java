package se.sip.monitoring;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseLog;
import se.sip.engine.ProcessVariable;
import se.sip.event.CaseEvents;
import se.sip.event.EventForm;
import se.sip.event.EventKind;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Takes in what the convener thinks of another unit: with a yes it is added, which asks the family first (VGV-08). */
@Component
class UnitRequestIntake implements FormIntake<UnitRequestForm> {

    private final UnitRequestRepository requests;
    private final CaseEvents events;
    private final UnitRepository units;
    private final CaseLog log;
    private final Clock clock;

    UnitRequestIntake(UnitRequestRepository requests, CaseEvents events, UnitRepository units, CaseLog log, Clock clock) {
        this.requests = requests;
        this.events = events;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "enhetsbyte";
    }

    @Override
    public Class<UnitRequestForm> type() {
        return UnitRequestForm.class;
    }

    @Override
    public void check(UnitRequestForm form, FormSituation where, Faults faults) {
        if (Boolean.TRUE.equals(form.changes())) {
            faults.addIf(form.need() == null, "need", "Skriv vad enheten behövs för.");
            if (form.need() != null) {
                events.faultsOf(added(form, where), where.staff()).list()
                        .forEach(f -> faults.add(f.field().equals("need") ? "need" : "", f.message()));
            }
        } else if (Boolean.FALSE.equals(form.changes())) {
            faults.addIf(form.answer() == null, "answer", "Skriv varför.");
        }
    }

    @Override
    public void accept(UnitRequestForm form, FormSituation where) {
        requests.save(request(where).withChanges(form.changes()).withAnswer(form.answer())
                .withAnsweredAt(LocalDateTime.now(clock)).withAnsweredBy(where.staff().userId()));
        if (form.changes()) {
            events.happened(added(form, where), where.staff());
        } else {
            log.add(where.caseNumber(), "UNIT_CHANGE_DECLINED", form.answer());
        }
    }

    @Override
    public Map<String, Object> known(FormSituation where) {
        return Map.of();
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        UnitRequest request = request(where);
        return Map.of("fromUnit", nameOf(request.fromUnit()), "toUnit", nameOf(request.toUnit()),
                "reason", request.reason());
    }

    private EventForm added(UnitRequestForm form, FormSituation where) {
        return EventForm.of(EventKind.ADD_UNIT).withCaseNumber(where.caseNumber()).withUnit(request(where).toUnit())
                .withNeed(form.need()).withKnownThere(true);
    }

    private String nameOf(String unitId) {
        return units.findById(unitId).map(Unit::name).orElse(unitId);
    }

    private UnitRequest request(FormSituation where) {
        return requests.findById(Long.valueOf(where.variables().text(ProcessVariable.SUBJECT))).orElseThrow();
    }
}
