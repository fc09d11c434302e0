package se.sip.monitoring;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.Role;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffDirectory.StaffMember;

/** Whose counties somebody looks after: a driftadmin's and a länsadmin's own ones. Everybody else has none. */
@Component
class Admins {

    private final StaffDirectory staff;

    Admins(StaffDirectory staff) {
        this.staff = staff;
    }

    /**
     * The counties of whoever asks.
     *
     * @param county one of them alone; null for all
     * @throws ResponseStatusException 403 for whoever is no admin, 404 for a county that is not theirs
     */
    Set<String> counties(String county) {
        StaffMember me = staff.current().filter(s -> Role.OPERATOR.isAmong(s.groups())
                || Role.COUNTY_ADMIN.isAmong(s.groups())).orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "Läget är till för driftadministratörer och länsadministratörer."));
        if (county == null || county.isBlank()) {
            return new TreeSet<>(me.counties());
        }
        if (!me.counties().contains(county)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Länet finns inte, eller så är det inte ditt.");
        }
        return Set.of(county);
    }
}
