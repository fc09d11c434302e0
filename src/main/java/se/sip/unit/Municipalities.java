package se.sip.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.sip.county.County;
import se.sip.county.CountyProperties;

/** The municipalities of each county, from {@code units/<county>-kommuner.csv} or {@code kommuner.csv} in its folder. */
@Component
public class Municipalities {

    private final Map<String, List<Municipality>> byCounty = new LinkedHashMap<>();

    Municipalities(CountyProperties counties) {
        counties.counties().forEach(county -> byCounty.put(county.id(), read(county)));
    }

    /** Empty where the county has no list. */
    public List<Municipality> of(String county) {
        return byCounty.getOrDefault(county, List.of());
    }

    /** The municipality's name; empty for a code of none of the counties. */
    public Optional<String> name(String code) {
        return byCounty.values().stream().flatMap(List::stream).filter(some -> some.code().equals(code))
                .map(Municipality::name).findFirst();
    }

    private static List<Municipality> read(County county) {
        return county.file("units/" + county.id() + "-kommuner.csv", "kommuner.csv")
                .map(file -> RegisterFile.of(file).municipalities()).orElse(List.of());
    }
}
