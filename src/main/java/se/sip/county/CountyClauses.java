package se.sip.county;

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

    /** The text as staff of the county read it. */
    public String in(String county, String text) {
        return byCounty.containsKey(county) ? byCounty.get(county).in(text) : text;
    }
}
