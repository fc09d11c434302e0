package se.sip.county;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The counties of this installation: {@code sip.counties}. A new county is an entry here and, where it differs from
 * the national base, a folder of its own name under processes, decisions or forms.
 */
@ConfigurationProperties("sip")
public record CountyProperties(List<County> counties) {

    private static final County VGR = new County("vgr", "Västra Götaland", Set.of("VGB", "VGV", "VGU"));

    public CountyProperties {
        counties = counties == null || counties.isEmpty() ? List.of(VGR) : List.copyOf(counties);
        long different = counties.stream().map(County::id).distinct().count();
        if (different < counties.size()) {
            throw new IllegalArgumentException("sip.counties: an id occurs twice");
        }
    }

    public Optional<County> byId(String id) {
        return counties.stream().filter(county -> county.id().equals(id)).findFirst();
    }
}
