package se.sip.casefile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import se.sip.casefile.IdNumber.Kind;
import se.sip.county.County;
import se.sip.county.CountyProperties;
import se.sip.county.ReserveNumber;

/** Reads numbers as people write them: those of the population register, and the counties' own reserve numbers. */
@Component
public class IdNumbers {

    private final CountyProperties counties;

    public IdNumbers(CountyProperties counties) {
        this.counties = counties;
    }

    /**
     * A number of the population register, or a reserve number of any county. Empty where the text is no such number,
     * or null. Never says why: the reason would quote the number.
     */
    public Optional<IdNumber> parse(String text) {
        return parse(text, counties.counties());
    }

    /** A number as a county takes it: of the population register, or one of the county's own reserve numbers. */
    public Optional<IdNumber> parse(String text, String county) {
        return parse(text, counties.byId(county).stream().toList());
    }

    private static Optional<IdNumber> parse(String text, List<County> from) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = IdNumber.plain(text);
        return from.stream().flatMap(county -> county.reserveNumbers().stream())
                .flatMap(reserve -> reserveNumber(reserve, plain).stream()).findFirst()
                .or(() -> IdNumber.ofPopulationRegister(text));
    }

    private static Optional<IdNumber> reserveNumber(ReserveNumber format, String plain) {
        Matcher match = format.pattern().matcher(plain);
        return match.matches() ? IdNumber.date(match.group(1), format.dayOffset()).map(day ->
                new IdNumber(match.group(1) + "-" + match.group(2), Kind.RESERVE, day)) : Optional.empty();
    }
}
