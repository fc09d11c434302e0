package se.sip.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms as staff fill them, with plain content; tests change what they are about with {@link #with}. */
public final class FormContent {

    private FormContent() {
    }

    /** A copy with one field changed; null leaves the field out. */
    public static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var copy = new LinkedHashMap<>(form);
        if (value == null) {
            copy.remove(field);
        } else {
            copy.put(field, value);
        }
        return copy;
    }

    /** Alva of scenario S01, started by the student health service in Borås. */
    public static Map<String, Object> behov() {
        var form = new LinkedHashMap<String, Object>();
        form.put("startingUnit", "vgr-1490-elevhalsa");
        form.put("origin", "OWN_ASSESSMENT");
        form.put("discoveredOn", "2026-03-02");
        form.put("idNumber", "20140312-2383");
        form.put("givenName", "Alva");
        form.put("familyName", "Lindqvist");
        form.put("municipality", "1490");
        form.put("protection", "NONE");
        form.put("guardians", List.of(Map.of("name", "Maria Lindqvist"), Map.of("name", "Per Lindqvist")));
        form.put("indicators", List.of("SENT_ROUND"));
        form.put("riskGroups", List.of("NOT_IN_SCHOOL"));
        form.put("needsFrom", List.of("SCHOOL", "SOCIAL_SERVICES", "CHILD_PSYCHIATRY"));
        form.put("needDescription", "Stor frånvaro. Kontakt med BUP och socialtjänst.");
        form.put("inpatient", false);
        form.put("urgent", false);
        return form;
    }

    /** The judgement of a request that is accepted. */
    public static Map<String, Object> bedomning(String discoveredOn) {
        var form = new LinkedHashMap<String, Object>();
        form.put("judgement", "ACCEPT");
        form.put("discoveredOn", discoveredOn);
        form.put("needsFrom", List.of("SOCIAL_SERVICES", "CHILD_PSYCHIATRY"));
        return form;
    }
}
