package se.sip.county;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.sip.ownfield.OwnAnswers;
import se.sip.ownfield.OwnField;
import se.sip.ownfield.OwnForm;

/**
 * Whether what a county's forms declare as its own can be asked, kept and read by its tables: each declaration for
 * itself, and those of all forms together.
 */
final class OwnFieldCheck {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern VALUE = Pattern.compile("[A-Z0-9_]{1,60}");
    private static final Pattern LIMIT = Pattern.compile("-?\\d{1,9}");
    private static final Pattern MARKED = Pattern.compile("<sip-[a-z-]+\\s[^>]*\\b" + OwnForm.MARK + "[\\s>=]");
    private static final int LONGEST_LABEL = 500;

    private OwnFieldCheck() {
    }

    static List<BundleFault> check(Bundle.File file, Document form, Class<?> record) {
        var faults = new ArrayList<BundleFault>();
        var seen = new HashSet<String>();
        for (Element field : form.select("[" + OwnForm.MARK + "], [" + OwnForm.IN_PLAN + "]")) {
            if (!field.hasAttr(OwnForm.MARK)) {
                faults.add(FormFields.fault(file, field, "Bara länets eget fält kan märkas " + OwnForm.IN_PLAN + ".",
                        "Skriv own på fältet, eller ta bort " + OwnForm.IN_PLAN + "."));
            } else if (OwnForm.ELEMENTS.containsKey(field.normalName())) {
                checkField(file, field, record, faults);
                if (!seen.add(field.attr("name"))) {
                    faults.add(FormFields.fault(file, field, "Länets eget fält ”" + field.attr("name")
                            + "” finns två gånger i formuläret.", "Ge det ena ett annat namn."));
                }
            }
        }
        return faults;
    }

    private static void checkField(Bundle.File file, Element field, Class<?> record, List<BundleFault> faults) {
        String name = field.attr("name");
        if (!NAME.matcher(name).matches()) {
            faults.add(FormFields.fault(file, field, "Namnet ”" + name + "” kan ett eget fält inte ha.",
                    "Börja med en liten bokstav; bara a–z, A–Z och siffror."));
        } else if (Product.component(record, name).isPresent()) {
            faults.add(FormFields.fault(file, field, "Fältet ”" + name + "” finns redan i produkten.",
                    "Ge länets eget fält ett annat namn, eller ta bort own."));
        }
        if (field.attr("label").isBlank() || field.attr("label").length() > LONGEST_LABEL) {
            faults.add(FormFields.fault(file, field, "Fältet ”" + name + "” har ingen fråga.", "Skriv den i label."));
        }
        if (field.parents().stream().anyMatch(p -> p.is("sip-rows, sip-fixed-rows"))) {
            faults.add(FormFields.fault(file, field, "Ett eget fält kan inte stå i en rad.", "Ställ frågan utanför raderna."));
        }
        boolean forSome = field.hasAttr("only") || field.parents().stream().anyMatch(p -> p.hasAttr("only"));
        if (forSome && field.hasAttr("required")) {
            faults.add(FormFields.fault(file, field, "Ett eget fält som bara visas för barn eller för vuxna kan inte vara"
                    + " obligatoriskt.", "Ta bort required, eller only."));
        }
        checkChoices(file, field, faults);
        for (String limit : List.of("min", "max")) {
            if (field.hasAttr(limit) && !LIMIT.matcher(field.attr(limit)).matches()) {
                faults.add(FormFields.fault(file, field, limit + " ska vara ett heltal, inte ”" + field.attr(limit) + "”.",
                        "Skriv ett tal."));
            }
        }
    }

    private static void checkChoices(Bundle.File file, Element field, List<BundleFault> faults) {
        boolean chooses = Set.of("sip-choice", "sip-choices", "sip-select").contains(field.normalName());
        if (chooses && (field.hasAttr("from") || field.select("option").isEmpty())) {
            faults.add(FormFields.fault(file, field, "Ett eget fält har sina svarsalternativ i filen.",
                    "Skriv <option value=\"…\">…</option> i fältet, och ta bort from."));
        }
        var values = new HashSet<String>();
        for (Element option : field.select("option")) {
            String value = option.attr("value");
            if (!chooses) {
                faults.add(FormFields.fault(file, field, "<" + field.normalName() + "> har inga svarsalternativ.",
                        "Ta bort <option>, eller använd sip-choice."));
            } else if (!VALUE.matcher(value).matches()) {
                faults.add(FormFields.fault(file, field, "Svaret ”" + value + "” kan inte vara ett värde.",
                        "Skriv stora bokstäver A–Z, siffror och understreck, till exempel ANPASSAD."));
            } else if (!values.add(value)) {
                faults.add(FormFields.fault(file, field, "Svaret ”" + value + "” finns två gånger.", "Ta bort det ena."));
            }
            if (chooses && option.text().isBlank()) {
                faults.add(FormFields.fault(file, field, "Svaret ”" + value + "” har ingen text.", "Skriv hur det läses."));
            }
        }
    }

    /**
     * What all forms of a county declare.
     *
     * @param fields by name, as the first form that asks declares it
     * @param ofSeveral names of those that tables cannot decide by, because several answer beside each other
     */
    record Declared(Map<String, OwnField> fields, Set<String> ofSeveral) {
    }

    static Declared declared(Bundle bundle) {
        var fields = new TreeMap<String, OwnField>();
        var ofSeveral = new HashSet<String>();
        forms(bundle).forEach((file, form) -> {
            form.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
            if (OwnAnswers.isAnsweredBySeveral(file.key())) {
                ofSeveral.addAll(form.names());
            }
        });
        return new Declared(fields, ofSeveral);
    }

    private static Map<Bundle.File, OwnForm> forms(Bundle bundle) {
        var forms = new LinkedHashMap<Bundle.File, OwnForm>();
        bundle.files().values().stream().filter(f -> f.folder() == Bundle.Folder.FORMS)
                .filter(f -> FormParts.check(f, bundle).isEmpty()).forEach(f -> {
                    OwnForm form = OwnForm.of(FormParts.putIn(f, bundle));
                    if (!form.isEmpty()) {
                        forms.put(f, form);
                    }
                });
        return forms;
    }

    private static String markup(Bundle.File file) {
        return file.name().endsWith(Bundle.Folder.FORMS.suffix()) ? file.text() : "";
    }

    /** The same name in two forms asks the same question; otherwise an answer would be taken for another. */
    static List<BundleFault> together(Bundle bundle, Declared declared) {
        var faults = new ArrayList<BundleFault>();
        bundle.files().values().stream().filter(f -> !f.isOwn() && MARKED.matcher(markup(f)).find())
                .forEach(f -> faults.add(new BundleFault(f.origin(), 0, "", "Basens formulär har inga fält som är ett läns"
                        + " egna.", "Lägg formuläret, eller delen, i länets mapp.")));
        forms(bundle).forEach((file, form) -> form.fields().forEach(field -> {
            OwnField same = declared.fields().get(field.name());
            String fault = !same.asksTheSameAs(field) ? "frågar något annat i ett annat formulär: "
                    + same.kind().swedish() + ", eller andra svar."
                    : declared.ofSeveral().contains(field.name()) && !OwnAnswers.isAnsweredBySeveral(file.key())
                            ? "finns också i ett formulär som flera svarar på var för sig." : null;
            if (fault != null) {
                faults.add(new BundleFault(file.origin(), 0, "”" + field.label() + "” (" + field.name() + ")",
                        "Länets eget fält ”" + field.name() + "” " + fault,
                        "Låt båda fråga samma sak, eller ge det ena ett annat namn."));
            }
        }));
        return faults;
    }
}
