package se.sip.county;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import se.sip.ownfield.OwnForm;

/**
 * Whether a form and the record that takes it in know the same fields: a field that no record knows is lost, and one
 * that the record demands but no form asks can never be handed in.
 */
public class FormFields {

    private static final String FIELDS = "sip-date, sip-time, sip-text, sip-number, sip-yes-no, sip-choice, sip-choices,"
            + " sip-select, sip-person-number, sip-unit, sip-hidden, sip-rows, sip-fixed-rows";
    private static final String ROWS = "sip-rows, sip-fixed-rows";

    private final Product product;

    FormFields(Product product) {
        this.product = product;
    }

    /**
     * @param former the form as the product delivers it, whose mandatory questions remain; null for a form of the
     *     county's own
     */
    List<BundleFault> check(Bundle.File file, Bundle bundle, String former) {
        var faults = new ArrayList<BundleFault>();
        Optional<Class<? extends Record>> record = product.record(file.key());
        if (record.isEmpty()) {
            faults.add(new BundleFault(file.origin(), 0, "", "Inget i produkten tar emot formuläret " + file.key() + ".",
                    Spelling.nearest(file.key(), product.forms())));
            return faults;
        }
        String whole = FormParts.putIn(file, bundle);
        Document form = parse(whole);
        checkNames(file, form, record.get(), faults);
        OwnFieldCheck.check(file, form, record.get()).forEach(fault -> faults.add(inItsPart(fault, bundle)));
        checkMandatory(file, form, record.get(), faults);
        if (former != null) {
            checkKept(file, form, parse(former), faults);
        }
        return faults;
    }

    public static Document parse(String form) {
        return Jsoup.parse(form, "", Parser.htmlParser().setTrackPosition(true));
    }

    /** Fields by path: {@code guardians.name} for a field of a row. */
    public static Map<String, Element> fields(Document form) {
        var fields = new LinkedHashMap<String, Element>();
        form.select(FIELDS).forEach(field -> fields.putIfAbsent(path(field), field));
        return fields;
    }

    private static String path(Element field) {
        return Stream.concat(field.parents().stream().filter(p -> p.is(ROWS)), Stream.of(field))
                .map(e -> e.attr("name")).collect(Collectors.joining("."));
    }

    private void checkNames(Bundle.File file, Document form, Class<?> record, List<BundleFault> faults) {
        fields(form).forEach((path, field) -> {
            if (field.hasAttr(OwnForm.MARK)) {
                return;
            }
            Optional<RecordComponent> component = component(record, path);
            if (component.isEmpty()) {
                faults.add(fault(file, field, "Fältet ”" + field.attr("name")
                        + "” känner systemet inte; svaret skulle avvisas.", Spelling.nearest(field.attr("name"),
                                names(rowAround(record, path)))));
                return;
            }
            Class<?> type = Product.elementOf(component.get()).orElse(Object.class);
            faults.addAll(FieldKinds.check(file, field, component.get(), type));
            if (type.isEnum()) {
                Set<String> known = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name())
                        .collect(Collectors.toCollection(TreeSet::new));
                for (Element option : field.select("option")) {
                    if (!known.contains(option.attr("value"))) {
                        faults.add(fault(file, field, "Svaret ”" + option.attr("value") + "” känner systemet inte.",
                                Spelling.nearest(option.attr("value"), known)));
                    }
                }
            }
        });
        faults.addAll(FieldKinds.checkWhole(file, form, product));
        var names = fields(form).values().stream().map(f -> f.attr("name")).collect(Collectors.toSet());
        for (Element part : form.select("sip-show")) {
            if (!names.contains(part.attr("when")) && !product.says(part.attr("when"))) {
                faults.add(fault(file, part, "Delen visas efter svaret på ”" + part.attr("when")
                        + "”, en fråga som inte finns.", Spelling.nearest(part.attr("when"), names)));
            }
        }
    }

    private static Optional<RecordComponent> component(Class<?> record, String path) {
        return Optional.ofNullable(rowAround(record, path))
                .flatMap(row -> Product.component(row, path.substring(path.lastIndexOf('.') + 1)));
    }

    /** The record that the last field of a path belongs to; null where the rows around it are unknown. */
    private static Class<?> rowAround(Class<?> record, String path) {
        Class<?> at = record;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1 && at != null; i++) {
            at = Product.component(at, steps[i]).flatMap(Product::rowOf).orElse(null);
        }
        return at;
    }

    private static List<String> names(Class<?> record) {
        return record == null ? List.of()
                : Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static void checkMandatory(Bundle.File file, Document form, Class<?> record, List<BundleFault> faults) {
        Set<String> asked = fields(form).keySet();
        for (RecordComponent needed : Product.mandatory(record)) {
            if (!asked.contains(needed.getName())) {
                faults.add(missing(file, needed.getName(), "Frågan ”" + needed.getName()
                        + "” är obligatorisk men saknas; formuläret skulle aldrig gå att lämna in."));
            }
        }
        for (RecordComponent rows : record.getRecordComponents()) {
            if (asked.contains(rows.getName())) {
                Product.rowOf(rows).ifPresent(row -> Product.mandatory(row).forEach(needed -> {
                    if (!asked.contains(rows.getName() + "." + needed.getName())) {
                        faults.add(missing(file, rows.getName() + "." + needed.getName(), "Frågan ”" + needed.getName()
                                + "” på varje rad i " + rows.getName() + " är obligatorisk men saknas."));
                    }
                }));
            }
        }
    }

    private static void checkKept(Bundle.File file, Document form, Document former, List<BundleFault> faults) {
        Set<String> asked = fields(form).keySet();
        fields(former).forEach((path, field) -> {
            boolean needed = field.hasAttr("required") || field.normalName().equals("sip-hidden");
            if (needed && !asked.contains(path) && faults.stream().noneMatch(f -> f.element().equals("(" + path + ")"))) {
                faults.add(missing(file, path, (field.normalName().equals("sip-hidden") ? "Det dolda fältet ”"
                        : "Den obligatoriska frågan ”") + (field.hasAttr("label") ? field.attr("label") : path)
                        + "” har tagits bort."));
            }
        });
    }

    private static BundleFault missing(Bundle.File file, String path, String fault) {
        return new BundleFault(file.origin(), 0, "(" + path + ")", fault,
                "Lägg tillbaka frågan, eller hämta delen som har den.");
    }

    static BundleFault fault(Bundle.File file, Element field, String text, String remedy) {
        return new BundleFault(file.origin(), lineIn(file, field), FormMarkup.title(field), text, remedy);
    }

    /** Where the county has the field in a part of its own, the fault is that part's. */
    private static BundleFault inItsPart(BundleFault fault, Bundle bundle) {
        String name = fault.element().replaceAll("^.*\\(|\\)$", "");
        return fault.line() > 0 ? fault : bundle.files().values().stream()
                .filter(f -> f.folder() == Bundle.Folder.PARTS && f.isOwn()).flatMap(part -> {
                    String[] lines = part.text().split("\n", -1);
                    return java.util.stream.IntStream.range(0, lines.length).filter(i -> lines[i].contains("name=\"" + name + "\""))
                            .mapToObj(i -> new BundleFault(part.origin(), i + 1, fault.element(), fault.fault(), fault.remedy()));
                }).findFirst().orElse(fault);
    }

    /** The line in the file itself: parts put in before it have moved the field. */
    private static int lineIn(Bundle.File file, Element field) {
        String opening = "<" + field.normalName();
        String name = field.hasAttr("name") ? "name=\"" + field.attr("name") + "\"" : "when=\"" + field.attr("when") + "\"";
        String[] lines = file.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(opening) && lines[i].contains(name)) {
                return i + 1;
            }
        }
        return 0;
    }
}
