package se.sip.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Finds a county's files. What lies directly in {@code processes/}, {@code decisions/} and {@code forms/} is the
 * national base; a file of the same name in the county's own folder takes its place, any other is added. The county's
 * folder lies beside the base or outside the product ({@link County#folder()}). Other counties' folders are left alone.
 */
public class BundleReader {

    /** Where the files lie that came with the product. */
    public static final String PRODUCT = "classpath*:";

    private final ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final String root;

    /** @param root where the three folders lie, such as {@code classpath*:} or {@code file:/somewhere/} */
    public BundleReader(String root) {
        this.root = root;
    }

    /** @throws FaultyBundleException where a folder holds a file of a wrong kind, which would otherwise be passed by */
    public Bundle read(County county) {
        var base = new ArrayList<Bundle.File>();
        var overlay = new ArrayList<Bundle.File>();
        var faults = new ArrayList<BundleFault>();
        for (Bundle.Folder folder : Bundle.Folder.values()) {
            collect(root, folder, folder.path() + "/", folder.path() + "/", base, faults);
            String own = folder.path() + "/" + county.id() + "/";
            collect(root, folder, own, own, overlay, faults);
            if (county.folder() != null) {
                collect("file:" + county.folder() + "/", folder, folder.path() + "/", own, overlay, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyBundleException(county, faults);
        }
        return Bundle.of(county, base, overlay);
    }

    /** @param shown the folder that the files are named after, with the county's where they are its own */
    private void collect(String from, Bundle.Folder folder, String path, String shown, List<Bundle.File> into,
            List<BundleFault> faults) {
        try {
            for (Resource resource : resolver.getResources(from + path + "*.*")) {
                String name = resource.getFilename();
                if (name == null || name.startsWith(".") || name.endsWith(".md") || !resource.isReadable()) {
                    continue;
                }
                if (!name.endsWith(folder.suffix())) {
                    faults.add(new BundleFault(shown + name, 0, "", "Filen är av fel sort.", "I " + folder.path()
                            + "/ får bara finnas filer som slutar på " + folder.suffix() + " (och .md)."));
                    continue;
                }
                into.add(new Bundle.File(folder, folder.path() + "/" + name, shown + name,
                        resource.getContentAsByteArray()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + path, unreadable);
        }
    }
}
