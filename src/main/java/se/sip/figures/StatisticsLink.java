package se.sip.figures;

import org.springframework.stereotype.Component;
import se.sip.access.HeadLink;
import se.sip.access.Role;
import se.sip.access.StaffDirectory.StaffMember;

/** Managers and statistics readers find the page Statistik in every page's head. */
@Component
class StatisticsLink implements HeadLink {

    @Override
    public String address() {
        return "/statistik";
    }

    @Override
    public String name() {
        return "Statistik";
    }

    @Override
    public boolean isFor(StaffMember reader) {
        return Role.STATISTICS_READER.isAmong(reader.groups()) || Role.MANAGER.isAmong(reader.groups());
    }
}
