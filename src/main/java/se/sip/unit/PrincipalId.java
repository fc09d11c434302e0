package se.sip.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One principal (huvudman) of a county: its region, or one of its municipalities. An independent school's own principal
 * and other actors have none here: they are written to, and keep nothing in the product.
 *
 * @param code {@code region}, or the municipality's four digits
 */
public record PrincipalId(String county, String code) {

    private static final String REGION = "region";
    private static final Pattern TEXT = Pattern.compile("(.+)-(region|\\d{4})");

    /** Empty for a unit of neither region nor municipality. */
    public static Optional<PrincipalId> of(Unit unit) {
        if (unit.principal() == Principal.REGION) {
            return Optional.of(new PrincipalId(unit.county(), REGION));
        }
        return unit.principal() == Principal.MUNICIPALITY && unit.municipalityCode() != null
                && unit.kind() != UnitKind.INDEPENDENT_SCHOOL
                        ? Optional.of(new PrincipalId(unit.county(), unit.municipalityCode())) : Optional.empty();
    }

    /** As {@link #toString} writes it; empty for anything else, such as the id of a unit. */
    public static Optional<PrincipalId> parse(String text) {
        Matcher known = TEXT.matcher(text);
        return known.matches() ? Optional.of(new PrincipalId(known.group(1), known.group(2))) : Optional.empty();
    }

    public boolean isRegion() {
        return code.equals(REGION);
    }

    /** The group of those who take over its ended cases. */
    public String archivists() {
        return "arkiv-" + this;
    }

    @Override
    public String toString() {
        return county + "-" + code;
    }
}
