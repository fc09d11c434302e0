package se.sip.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.sip.access.StaffDirectory.StaffMember;

/** A county's units as its länsadmin sees and changes them. */
@Service
class CountyUnits {

    static final int MOST = 60;

    private final UnitRepository units;
    private final UnitChangeRepository changes;
    private final JdbcAggregateOperations store;
    private final Clock clock;

    CountyUnits(UnitRepository units, UnitChangeRepository changes, JdbcAggregateOperations store, Clock clock) {
        this.units = units;
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    /** Units whose name, kind or id holds the text, out of use too; one more than are shown where there are more. */
    List<Unit> find(StaffMember admin, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return admin.counties().stream().sorted().flatMap(county -> units.findByCountyOrderByName(county).stream())
                .filter(u -> (u.name() + " " + u.kind().swedish() + " " + u.id()).toLowerCase(Locale.ROOT)
                        .contains(wanted)).limit(MOST + 1L).toList();
    }

    Optional<Unit> byId(StaffMember admin, String id) {
        return units.findById(id).filter(u -> admin.counties().contains(u.county()));
    }

    Optional<UnitChange> changeOf(String unitId) {
        return changes.findById(unitId);
    }

    /** @return what is wrong, by field, in Swedish; empty where it is kept */
    @Transactional
    Map<String, String> change(StaffMember admin, Unit unit, Map<String, String> typed) {
        var form = new UnitForm(typed, LocalDate.now(clock));
        if (form.faults().isEmpty()) {
            Unit wanted = form.over(unit);
            store.update(wanted);
            var change = new UnitChange(unit.id(), wanted.name(), wanted.email(), wanted.phone(),
                    wanted.postalAddress(), wanted.itService(), wanted.validTo(), LocalDateTime.now(clock),
                    admin.userId());
            if (changes.findById(unit.id()).isPresent()) {
                store.update(change);
            } else {
                store.insert(change);
            }
        }
        return form.faults();
    }
}
