package se.sip.county;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The same for what the product itself says as {@link OwnClauses} does for what is published: a message names every
 * county's clause in its brackets, and who reads it sees that of the own county and the law's.
 */
@Component
public class CountyClauses {

    private final Map<String, OwnClauses> byCounty;

    CountyClauses(CountyProperties properties) {
        byCounty = properties.counties().stream().collect(Collectors.toMap(County::id, OwnClauses::new));
    }

    /** What of the clauses staff of the county see. */
    public List<String> of(String county, Collection<String> ids) {
        OwnClauses own = byCounty.get(county);
        return ids.stream().filter(id -> own == null || !own.isForeign(id)).toList();
    }

    /** The text as staff of the county read it. */
    public String in(String county, String text) {
        return byCounty.containsKey(county) ? byCounty.get(county).in(text) : text;
    }
}
