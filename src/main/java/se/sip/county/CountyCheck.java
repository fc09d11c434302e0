package se.sip.county;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.sip.county.XmlOutline.Element;

/**
 * Checks a county's whole set: each file for itself, that a reader and the engine can walk each diagram, that tables
 * leave no gap and forms fit their records, and that no path goes round what the {@link Contract} demands. The same
 * check stands before a start, in the command line and over HTTP.
 */
public class CountyCheck {

    private final Product product;
    private final BundleCheck files;
    private final FlowCheck flows = new FlowCheck();
    private final TableCheck tables = new TableCheck();
    private final FormFields fields;
    /** What was found in a file before, by the file and what it is held against. */
    private final Map<String, List<BundleFault>> known = new ConcurrentHashMap<>();
    private final ContractCheck contract = new ContractCheck(Contract.read());

    CountyCheck(Product product) {
        this.product = product;
        this.files = new BundleCheck(product);
        this.fields = new FormFields(product);
    }

    /** A check that needs no running product. */
    public static CountyCheck ofProduct() {
        return new CountyCheck(Product.read());
    }

    /**
     * @param delivered the county's set as the product brings it, against which a table's gap and a form's lost question
     *     are seen
     */
    public List<BundleFault> check(Bundle bundle, Bundle delivered) {
        var faults = new ArrayList<>(files.check(bundle));
        boolean wellFormed = true;
        OwnFieldCheck.Declared declared = OwnFieldCheck.declared(bundle);
        faults.addAll(OwnFieldCheck.together(bundle, declared));
        String parts = bundle.surroundings(Bundle.Folder.PARTS) + delivered.surroundings(Bundle.Folder.PARTS);
        for (Bundle.File file : bundle.files().values()) {
            boolean xml = file.folder() == Bundle.Folder.PROCESSES || file.folder() == Bundle.Folder.DECISIONS;
            if (xml && files.outline(file).elements().isEmpty()) {
                wellFormed = false;
            } else {
                faults.addAll(ofFile(file, bundle, delivered, parts, declared));
            }
        }
        if (wellFormed) {
            faults.addAll(WiringCheck.check(bundle, delivered, files::outline));
            faults.addAll(contract.check(bundle, files::outline, file -> !Arrays.equals(file.content(),
                    delivered.files().containsKey(file.name()) ? delivered.files().get(file.name()).content() : null)));
        }
        delivered.files().values().stream().filter(file -> !bundle.holds(file.name())
                && file.folder() == Bundle.Folder.PROCESSES).forEach(gone -> faults.add(new BundleFault(
                        BundleFault.Severity.WARNING, gone.origin(), 0, "", "Diagrammet finns inte längre.",
                        "Inga nya ärenden kan följa det; de som pågår går klart.")));
        faults.sort(BundleFault.IN_ORDER);
        return faults.stream().distinct().toList();
    }

    private List<BundleFault> ofFile(Bundle.File file, Bundle bundle, Bundle delivered, String parts,
            OwnFieldCheck.Declared declared) {
        Bundle.File former = delivered.files().get(file.name());
        return switch (file.folder()) {
            case PROCESSES -> known.computeIfAbsent(file.identity(), same -> {
                var faults = new ArrayList<>(flows.check(file, files.outline(file)));
                checkProcess(file, files.outline(file), faults);
                return faults;
            });
            case DECISIONS -> {
                Bundle.File base = bundle.base(file.name());
                yield known.computeIfAbsent(bundle.county().id() + declared + identity(file) + identity(base) + identity(former),
                        same -> tables.checkWhole(file, files.outline(file), files.outline(base), files.outline(former),
                                product, bundle.county(), file.isOwn(), declared));
            }
            case FORMS -> {
                yield known.computeIfAbsent(identity(file) + parts + identity(former), same ->
                        FormParts.check(file, bundle).isEmpty() ? fields.check(file, bundle, former == null ? null
                                : FormParts.putIn(former, delivered)) : List.of());
            }
            case PARTS -> List.of();
        };
    }

    private static String identity(Bundle.File file) {
        return file == null ? "" : file.identity();
    }

    private static void checkProcess(Bundle.File file, XmlOutline outline, List<BundleFault> faults) {
        for (Element process : outline.named("bpmn:process")) {
            Map.of("camunda:historyTimeToLive", "hur länge historiken sparas (History time to live, till exempel P180D)",
                    "camunda:versionTag", "vilken version den är (Version tag)", "name", "vad den heter")
                    .forEach((attribute, what) -> {
                        if (process.attributes().getOrDefault(attribute, "").isBlank()) {
                            faults.add(new BundleFault(file.origin(), process.line(), process.title(),
                                    "Processen säger inte " + what + ".", "Fyll i det i Modelers panel."));
                        }
                    });
        }
        var seen = new java.util.HashSet<String>();
        outline.elements().stream().filter(e -> e.name().startsWith("bpmn:") && !e.id().isEmpty())
                .filter(e -> !seen.add(e.id())).forEach(e -> faults.add(new BundleFault(file.origin(), e.line(),
                        e.title(), "Id " + e.label() + " står två gånger i filen.", "Ge det ena ett annat id.")));
    }
}
