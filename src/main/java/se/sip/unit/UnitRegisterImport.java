package se.sip.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.sip.county.County;
import se.sip.county.CountyProperties;

/**
 * Takes in each county's register of units, {@code units/<county>.csv} or {@code enheter.csv} in the county's folder,
 * before HTTP answers. Taking the same file in again changes nothing. What a länsadmin has
 * changed on the page Länets enheter goes before the file. A unit that is gone from the file stays, because
 * cases name it, but ends.
 */
@Component
class UnitRegisterImport implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(UnitRegisterImport.class);

    private final CountyProperties counties;
    private final Municipalities municipalities;
    private final UnitRepository units;
    private final UnitChangeRepository changedByHand;
    private final JdbcAggregateOperations store;
    private final TransactionOperations transaction;
    private final Clock clock;

    UnitRegisterImport(CountyProperties counties, Municipalities municipalities, UnitRepository units,
            UnitChangeRepository changedByHand, JdbcAggregateOperations store, TransactionOperations transaction, Clock clock) {
        this.counties = counties;
        this.municipalities = municipalities;
        this.units = units;
        this.changedByHand = changedByHand;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (County county : counties.counties()) {
            county.file("units/" + county.id() + ".csv", "enheter.csv").ifPresentOrElse(
                    file -> take(county.id(), RegisterFile.of(file)),
                    () -> LOG.warn("County {} has no register of units", county.id()));
        }
    }

    /** @throws FaultyRegisterException where a line is wrong; nothing is changed then */
    void take(String county, RegisterFile file) {
        List<Unit> read = file.units(county, municipalities.of(county).stream().map(Municipality::code)
                .collect(Collectors.toSet()));
        int changes = transaction.execute(status -> take(county, read));
        if (changes > 0) {
            LOG.info("County {}: {} units in the register, {} of them new or changed", county, read.size(), changes);
        }
    }

    private int take(String county, List<Unit> read) {
        Map<String, Unit> kept = units.findByCountyOrderByName(county).stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        int changes = 0;
        Map<String, UnitChange> changed = changedByHand.findAll().stream()
                .collect(Collectors.toMap(UnitChange::unitId, Function.identity()));
        for (Unit fromFile : read) {
            Unit unit = changed.containsKey(fromFile.id()) ? changed.get(fromFile.id()).over(fromFile) : fromFile;
            Unit before = kept.remove(unit.id());
            if (before == null) {
                store.insert(unit);
                changes++;
            } else if (!before.equals(unit)) {
                store.update(unit);
                changes++;
            }
        }
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        for (Unit gone : kept.values()) {
            if (gone.validTo() == null || gone.validTo().isAfter(yesterday)) {
                store.update(gone.endedOn(yesterday));
                changes++;
            }
        }
        return changes;
    }
}
