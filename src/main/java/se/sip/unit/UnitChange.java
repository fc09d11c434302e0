package se.sip.unit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * How a länsadmin wants a unit; it goes before the county's file each time that is read.
 *
 * @param validTo last day; the unit is in no choice after it
 */
record UnitChange(@Id String unitId, String name, String email, String phone, String postalAddress, boolean itService,
        LocalDate validTo, LocalDateTime changedAt, String changedBy) {

    /** The unit as it is to be. */
    Unit over(Unit unit) {
        return new Unit(unit.id(), unit.county(), name, unit.principal(), unit.kind(), unit.municipalityCode(), email,
                phone, postalAddress, itService, unit.hasLogin(), unit.validFrom(), validTo);
    }
}
