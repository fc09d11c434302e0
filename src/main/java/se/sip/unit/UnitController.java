package se.sip.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory;

/** Finds units by name for whoever is at work, in their own counties only. */
@RestController
class UnitController {

    private final UnitRepository units;
    private final StaffDirectory staff;
    private final Clock clock;

    UnitController(UnitRepository units, StaffDirectory staff, Clock clock) {
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    /** The unit with this id, for a form that knows the id and shows the name; none where it is another county's. */
    @GetMapping(path = "/api/units", params = "id")
    List<FoundUnit> named(@RequestParam String id) {
        var member = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return units.findById(id).filter(unit -> member.counties().contains(unit.county())).stream()
                .map(FoundUnit::of).toList();
    }

    /** @param q part of a unit's name, or several parts in the order they stand in it */
    @GetMapping("/api/units")
    List<FoundUnit> find(@RequestParam(defaultValue = "") String q) {
        var member = staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        String parts = q.strip().replaceAll("[\\s%_]+", "%");
        LocalDate today = LocalDate.now(clock);
        return member.counties().stream().flatMap(county -> units.search(county, parts, today).stream())
                .filter(unit -> !unit.kind().isLine())
                .map(FoundUnit::of).toList();
    }

    /** What a form needs to show and choose a unit. */
    record FoundUnit(String id, String name, UnitKind kind, Principal principal) {

        static FoundUnit of(Unit unit) {
            return new FoundUnit(unit.id(), unit.name(), unit.kind(), unit.principal());
        }
    }
}
