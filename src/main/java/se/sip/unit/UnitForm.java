package se.sip.unit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a länsadmin types of a unit, and what is wrong with it. */
final class UnitForm {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Map<String, Integer> LONGEST = Map.of("namn", 200, "epost", 200, "telefon", 40, "adress", 300);

    private final Map<String, String> typed;
    private final Map<String, String> faults = new TreeMap<>();
    private final LocalDate lastDay;

    UnitForm(Map<String, String> typed, LocalDate today) {
        this.typed = typed;
        LONGEST.forEach((field, longest) -> {
            if (text(field).length() > longest) {
                faults.put(field, "Skriv högst " + longest + " tecken.");
            } else if (LINE_BREAK.matcher(text(field)).find()) {
                faults.put(field, "Skriv på en rad.");
            }
        });
        if (text("namn").isEmpty()) {
            faults.put("namn", "Skriv enhetens namn.");
        }
        if (!text("epost").isEmpty() && !EMAIL.matcher(text("epost")).matches()) {
            faults.put("epost", "Skriv en e-postadress till enhetens funktionsbrevlåda, aldrig någons egen.");
        }
        this.lastDay = day(today);
    }

    private LocalDate day(LocalDate today) {
        if (text("sistadag").isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text("sistadag"));
            if (day.isBefore(today.minusDays(1))) {
                faults.put("sistadag", "Sista dagen kan tidigast vara i går: då är enheten ur bruk från i dag.");
            }
            return day;
        } catch (DateTimeParseException e) {
            faults.put("sistadag", "Skriv datumet som ÅÅÅÅ-MM-DD.");
            return null;
        }
    }

    /** By field, in Swedish. */
    Map<String, String> faults() {
        return faults;
    }

    /** The unit as typed; what is left empty it has not. */
    Unit over(Unit unit) {
        return new Unit(unit.id(), unit.county(), text("namn"), unit.principal(), unit.kind(), unit.municipalityCode(),
                orNull("epost"), orNull("telefon"), orNull("adress"), "ja".equals(text("ittjanst")), unit.hasLogin(),
                unit.validFrom(), lastDay);
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private String orNull(String field) {
        return text(field).isEmpty() ? null : text(field);
    }
}
