package se.sip.county;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.HeadLink;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** Lets a county's process owners in, and nobody else. Their way in stands in every page's head. */
@Component
public class ProcessOwners implements HeadLink {

    private final StaffDirectory staff;
    private final CountyProperties counties;

    ProcessOwners(StaffDirectory staff, CountyProperties counties) {
        this.staff = staff;
        this.counties = counties;
    }

    /** The counties of whoever is logged in. */
    public List<County> mine() {
        StaffMember me = staff.current().filter(this::isFor).orElseThrow(ProcessOwners::refused);
        return counties.counties().stream().filter(county -> me.counties().contains(county.id())).toList();
    }

    /** The county, for its process owner. */
    public County county(String id) {
        staff.current().filter(me -> isFor(me) && me.counties().contains(id)).orElseThrow(ProcessOwners::refused);
        return counties.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Länet finns inte."));
    }

    /** User id of whoever is logged in. */
    public String me() {
        return staff.current().orElseThrow(ProcessOwners::refused).userId();
    }

    private static ResponseStatusException refused() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, "Det här är till för länets processägare.");
    }

    @Override
    public String address() {
        return "/processer";
    }

    @Override
    public String name() {
        return "Processer";
    }

    @Override
    public boolean isFor(StaffMember reader) {
        return Role.PROCESS_OWNER.isAmong(reader.groups());
    }
}
