package se.sip.casefile;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

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

    private static final int COORDINATION_OFFSET = 60;

    /**
     * A number of the population register. Empty where the text is no such number, or null. Never says why: the reason
     * would quote the number.
     */
    static Optional<IdNumber> ofPopulationRegister(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            String full = new Personnummer(plain(text), new Options(true, false)).format(true);
            boolean coordination = Integer.parseInt(full.substring(6, 8)) > COORDINATION_OFFSET;
            return date(full.substring(0, 8), coordination ? COORDINATION_OFFSET : 0)
                    .map(day -> new IdNumber(full.substring(0, 8) + "-" + full.substring(8),
                            coordination ? Kind.COORDINATION : Kind.PERSONAL, day));
        } catch (PersonnummerException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** As it is compared: capitals, without blanks. */
    static String plain(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace(" ", "");
    }

    /** @param dayOffset what is added to the day of birth in the number */
    static Optional<LocalDate> date(String yyyymmdd, int dayOffset) {
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
