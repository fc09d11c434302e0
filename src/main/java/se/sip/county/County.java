package se.sip.county;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A county (län) that works with SIP here. It is the engine's tenant.
 *
 * @param id the tenant id, its folder's name and the first part of its units' ids; letters a-z only, so that
 *     {@code <id>-} belongs to one county
 * @param name as staff know it, in Swedish
 * @param clauses what the ids of the county's own clauses begin with, such as {@code HAL}; other counties' clauses are
 *     left out of what it publishes
 * @param reserveNumbers what the county's own reserve numbers look like
 * @param folder where the county's own files lie outside the product; null where they came with it
 */
public record County(String id, String name, Set<String> clauses, List<ReserveNumber> reserveNumbers,
        Path folder) {

    private static final Set<String> TAKEN = Set.of("sip", "public");

    @ConstructorBinding
    public County {
        if (id == null || !id.matches("[a-z]+") || TAKEN.contains(id)) {
            throw new IllegalArgumentException("sip.counties: the id must be letters a-z, not '" + id + "'");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("sip.counties: county " + id + " has no name");
        }
        clauses = clauses == null ? Set.of() : Set.copyOf(clauses);
        reserveNumbers = reserveNumbers == null ? List.of() : List.copyOf(reserveNumbers);
    }

    /** A county whose files came with the product. */
    County(String id, String name, Set<String> clauses) {
        this(id, name, clauses, List.of(), null);
    }

    /** The same county where its files lie in a project folder. */
    public County withoutFolder() {
        return new County(id, name, clauses, reserveNumbers, null);
    }

    /**
     * One of the county's own files.
     *
     * @param inProduct where it lies on the class path
     * @param inFolder where it lies in the county's folder outside the product, which goes first
     */
    public Optional<Resource> file(String inProduct, String inFolder) {
        if (folder != null && Files.exists(folder.resolve(inFolder))) {
            return Optional.of(new FileSystemResource(folder.resolve(inFolder)));
        }
        var file = new ClassPathResource(inProduct);
        return file.exists() ? Optional.of(file) : Optional.empty();
    }
}
