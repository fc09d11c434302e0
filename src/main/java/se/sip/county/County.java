package se.sip.county;

import java.util.Set;

/**
 * A county (län) that works with SIP here. It is the engine's tenant.
 *
 * @param id the tenant id, its folder's name and the first part of its units' ids; letters a-z only, so that
 *     {@code <id>-} belongs to one county
 * @param name as staff know it, in Swedish
 * @param clauses what the ids of the county's own clauses begin with, such as {@code HAL}; other counties' clauses are
 *     left out of what it publishes
 */
public record County(String id, String name, Set<String> clauses) {

    private static final Set<String> TAKEN = Set.of("sip", "public");

    public County {
        if (id == null || !id.matches("[a-z]+") || TAKEN.contains(id)) {
            throw new IllegalArgumentException("sip.counties: the id must be letters a-z, not '" + id + "'");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("sip.counties: county " + id + " has no name");
        }
        clauses = clauses == null ? Set.of() : Set.copyOf(clauses);
    }
}
