package se.sip.county;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The counties of this installation: those named in {@code sip.counties}, whose files came with the product, and those
 * with a folder of their own in {@code sip.county-folder} (see {@code docs/lan.md}). Where both name a county, the files
 * in the folder go first.
 *
 * @param countyFolder null or empty where there is none
 */
@ConfigurationProperties("sip")
public record CountyProperties(List<County> counties, Path countyFolder) {

    private static final County VGR = new County("vgr", "Västra Götaland", Set.of("VGB", "VGV", "VGU"));

    public CountyProperties {
        counties = counties == null || counties.isEmpty() ? List.of(VGR) : List.copyOf(counties);
        long different = counties.stream().map(County::id).distinct().count();
        if (different < counties.size()) {
            throw new IllegalArgumentException("sip.counties: an id occurs twice");
        }
        if (countyFolder != null && !countyFolder.toString().isEmpty()) {
            counties = withFolders(counties, CountyFolder.counties(countyFolder));
        }
    }

    private static List<County> withFolders(List<County> named, List<County> withFolder) {
        var all = new LinkedHashMap<String, County>();
        Stream.concat(named.stream(), withFolder.stream()).forEach(county -> all.put(county.id(), county));
        return List.copyOf(all.values());
    }

    public Optional<County> byId(String id) {
        return counties.stream().filter(county -> county.id().equals(id)).findFirst();
    }
}
