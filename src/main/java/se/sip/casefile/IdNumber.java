package se.sip.casefile;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal number, coordination number, or a region's reserve number for someone who has neither (newly arrived,
 * newborn). Checked as far as each kind can be: form, date and, but for reserve numbers, check digit.
 *
 * @param text normal form {@code yyyymmdd-nnnn}; reserve numbers as they are written
 * @param birthDate day of birth as the number states it; a personal number may state a neighbouring day
 */
public record IdNumber(String text, Kind kind, LocalDate birthDate) {

    /** Which register the number comes from. */
    public enum Kind {
        /** Personnummer, folkbokföringslagen 18 §. */
        PERSONAL,
        /** Samordningsnummer: the day plus sixty. */
        COORDINATION,
        /** Reservnummer of a region; what it looks like is the county's. */
        RESERVE
    }

    /**
     * Reserve numbers by county. None has a check digit that is known. Västra Götaland: LRID, birth date, K, M or X, two
     * digits from 06 to 89, one digit; GRID, whose letters the source gives only in part ("A-"): taken here as any but
     * those three, so that a faulty LRID is no GRID. Halland: the day plus 31, up to 59, so that no day past the 28th
     * can be written. Dalarna: birth date, a letter, three digits.
     */
    private enum Reserve {
        LRID("vgr", "(\\d{8})-?([KMX](?:0[6-9]|[1-8]\\d)\\d)", 0),
        GRID("vgr", "(\\d{8})-?([A-JLN-WYZ]\\d{3})", 0),
        HALLAND("halland", "((?:1[7-9]|20)\\d{2}(?:0[1-9]|1[0-2])(?:3[2-9]|[45]\\d))-?(\\d{4})", 31),
        DALARNA("dalarna", "((?:1[89]|2[01])\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))-?([A-Z]\\d{3})", 0);

        private final String county;
        private final Pattern pattern;
        private final int dayOffset;

        Reserve(String county, String pattern, int dayOffset) {
            this.county = county;
            this.pattern = Pattern.compile(pattern);
            this.dayOffset = dayOffset;
        }

        private Optional<IdNumber> parse(String plain) {
            Matcher match = pattern.matcher(plain);
            return match.matches() ? date(match.group(1), dayOffset).map(day ->
                    new IdNumber(match.group(1) + "-" + match.group(2), Kind.RESERVE, day)) : Optional.empty();
        }
    }

    private static final int COORDINATION_OFFSET = 60;

    /**
     * A number of the population register, or a reserve number of any county. Empty where the text is no such number,
     * or null. Never says why: the reason would quote the number.
     */
    public static Optional<IdNumber> parse(String text) {
        return parse(text, reserve -> true);
    }

    /** A number as a county takes it: of the population register, or one of the county's own reserve numbers. */
    public static Optional<IdNumber> parse(String text, String county) {
        return parse(text, reserve -> reserve.county.equals(county));
    }

    private static Optional<IdNumber> parse(String text, Predicate<Reserve> taken) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.strip().toUpperCase(java.util.Locale.ROOT).replace(" ", "");
        return Arrays.stream(Reserve.values()).filter(taken).flatMap(reserve -> reserve.parse(plain).stream())
                .findFirst().or(() -> ofPopulationRegister(plain));
    }

    private static Optional<IdNumber> ofPopulationRegister(String plain) {
        try {
            String full = new Personnummer(plain, new Options(true, false)).format(true);
            boolean coordination = Integer.parseInt(full.substring(6, 8)) > COORDINATION_OFFSET;
            return date(full.substring(0, 8), coordination ? COORDINATION_OFFSET : 0)
                    .map(day -> new IdNumber(full.substring(0, 8) + "-" + full.substring(8),
                            coordination ? Kind.COORDINATION : Kind.PERSONAL, day));
        } catch (PersonnummerException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String yyyymmdd, int dayOffset) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(yyyymmdd.substring(0, 4)),
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6, 8)) - dayOffset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Never the number itself: a record's default text would put it in logs. */
    @Override
    public String toString() {
        return "IdNumber[" + kind + "]";
    }
}
