package se.sip.casefile;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
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
        /** Reservnummer of Västra Götaland (LRID): birth date, K, M or X, two digits from 06, one digit. */
        RESERVE
    }

    private static final Pattern RESERVE_VGR = Pattern.compile("(\\d{8})-?([KMX])(0[6-9]|[1-8][0-9])([0-9])");
    private static final int COORDINATION_OFFSET = 60;

    /** Empty where the text is no such number, or null. Never says why: the reason would quote the number. */
    public static Optional<IdNumber> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.strip().toUpperCase(java.util.Locale.ROOT).replace(" ", "");
        return reserve(plain).or(() -> ofPopulationRegister(plain));
    }

    private static Optional<IdNumber> reserve(String plain) {
        Matcher match = RESERVE_VGR.matcher(plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(1);
        return date(digits, 0).map(day -> new IdNumber(
                digits + "-" + match.group(2) + match.group(3) + match.group(4), Kind.RESERVE, day));
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
