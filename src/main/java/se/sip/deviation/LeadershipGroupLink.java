package se.sip.deviation;

import org.springframework.stereotype.Component;
import se.sip.access.HeadLink;
import se.sip.access.StaffDirectory.StaffMember;

/** Managers find the page of the ledningsgrupp where their county has one. */
@Component
class LeadershipGroupLink implements HeadLink {

    private final LeadershipGroup group;

    LeadershipGroupLink(LeadershipGroup group) {
        this.group = group;
    }

    @Override
    public String address() {
        return "/ledningsgrupp";
    }

    @Override
    public String name() {
        return "Ledningsgruppen";
    }

    @Override
    public boolean isFor(StaffMember reader) {
        return group.isOpenTo(reader);
    }
}
