package se.sip.deviation;

import org.springframework.stereotype.Component;
import se.sip.access.HeadLink;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** Managers find the page of the ledningsgrupp where their county has one. */
@Component
class LeadershipGroupLink implements HeadLink {

    private final LeadershipGroup group;
    private final RuleBook rules;
    private final StaffDirectory staff;

    LeadershipGroupLink(LeadershipGroup group, RuleBook rules, StaffDirectory staff) {
        this.rules = rules;
        this.staff = staff;
        this.group = group;
    }

    @Override
    public String address() {
        return "/ledningsgrupp";
    }

    @Override
    public String name() {
        return staff.current().flatMap(me -> rules.reminder(me.counties())).isPresent()
                ? "Ledningsgruppen: checklistan bör revideras" : "Ledningsgruppen";
    }

    @Override
    public boolean isFor(StaffMember reader) {
        return group.isOpenTo(reader);
    }
}
