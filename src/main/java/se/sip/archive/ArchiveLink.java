package se.sip.archive;

import org.springframework.stereotype.Component;
import se.sip.access.HeadLink;
import se.sip.access.Role;
import se.sip.access.StaffDirectory.StaffMember;

/** The way to the page in every page's head. */
@Component
class ArchiveLink implements HeadLink {

    @Override
    public String address() {
        return "/gallring";
    }

    @Override
    public String name() {
        return "Gallring och arkiv";
    }

    @Override
    public boolean isFor(StaffMember reader) {
        return Role.COUNTY_ADMIN.isAmong(reader.groups()) || Role.ARCHIVIST.isAmong(reader.groups());
    }
}
