package se.sip.casepage;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.dispute.Dispute;
import se.sip.dispute.DisputeStep;
import se.sip.dispute.Disputes;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The disputes of a case, for whoever convenes and for the units on its two sides (BOR-83, BOR-84). */
@Component
class DisputeLines {

    private final Disputes disputes;
    private final UnitRepository units;

    DisputeLines(Disputes disputes, UnitRepository units) {
        this.disputes = disputes;
        this.units = units;
    }

    List<CaseSheet.Dispute> of(StaffMember reader, String number, boolean whole) {
        return disputes.of(number).stream().filter(d -> whole || reader.units().contains(d.raisedBy())
                        || reader.units().contains(d.otherUnit()))
                .map(d -> new CaseSheet.Dispute(unitName(d.raisedBy()), unitName(d.otherUnit()), d.what(),
                        d.raisedAt().toLocalDate(), d.status().swedish(), d.isOpen(), d.isOpen() ? d.where() : null,
                        d.isOpen() ? d.stepDue() : null, d.isOpen() ? null : d.solution(),
                        disputes.stepsOf(d).stream().map(this::step).toList()))
                .toList();
    }

    private CaseSheet.Dispute.Step step(DisputeStep step) {
        return new CaseSheet.Dispute.Step(step.endedAt().toLocalDate(), Dispute.where(step.level())
                + (step.unitId() == null ? "" : ", " + unitName(step.unitId())), step.outcome().swedish(),
                step.deciders(), step.note());
    }

    private String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }
}
