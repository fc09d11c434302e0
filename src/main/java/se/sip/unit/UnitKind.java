package se.sip.unit;

import java.util.Arrays;
import java.util.List;

/**
 * What a unit (verksamhet) works with; decides its principal and where an unknown person is routed. The parties of
 * VGV-04 are all here.
 */
public enum UnitKind {
    SOCIAL_SERVICES(Principal.MUNICIPALITY, "Socialtjänst"),
    SOCIAL_INTAKE(Principal.MUNICIPALITY, "Mottagningsenhet"),
    SCHOOL(Principal.MUNICIPALITY, "Skola och elevhälsa"),
    PRESCHOOL(Principal.MUNICIPALITY, "Förskola"),
    MUNICIPAL_HEALTH(Principal.MUNICIPALITY, "Kommunal hälso- och sjukvård"),
    DISABILITY_SERVICES(Principal.MUNICIPALITY, "LSS-verksamhet"),
    HOME_CARE(Principal.MUNICIPALITY, "Hemtjänst"),
    HEALTH_CENTRE(Principal.REGION, "Vårdcentral"),
    CHILD_PSYCHIATRY(Principal.REGION, "Barn- och ungdomspsykiatri"),
    HABILITATION(Principal.REGION, "Barn- och ungdomshabilitering"),
    CHILD_YOUTH_CLINIC(Principal.REGION, "Barn- och ungdomsmottagning"),
    /** Halland: the contact centre for those without an ongoing contact with a specialist (HAL-85). */
    ENTRY_POINT(Principal.REGION, "En väg in"),
    PSYCHIATRY(Principal.REGION, "Psykiatri och beroendevård"),
    HOSPITAL(Principal.REGION, "Sjukhus"),
    INDEPENDENT_SCHOOL(Principal.MUNICIPALITY, "Fristående skola"),
    /** A municipality's line organisation, which disputes are raised in (BOR-84). Takes part in no case. */
    MUNICIPAL_LINE(Principal.MUNICIPALITY, "Kommunens linjeorganisation"),
    /** The region's. */
    REGION_LINE(Principal.REGION, "Regionens linjeorganisation"),
    INSURANCE_AGENCY(Principal.OTHER, "Försäkringskassan"),
    RESIDENTIAL_HOME(Principal.OTHER, "HVB-hem"),
    PROBATION(Principal.OTHER, "Kriminalvården"),
    DENTAL_CARE(Principal.OTHER, "Tandvård"),
    RELATIVE(Principal.OTHER, "Närstående"),
    OTHER_ACTOR(Principal.OTHER, "Annan aktör");

    private final Principal principal;
    private final String swedish;

    UnitKind(Principal principal, String swedish) {
        this.principal = principal;
        this.swedish = swedish;
    }

    /** Whether it is health care, the only one to report codes of measures (KVÅ). */
    public boolean isHealthCare() {
        return principal == Principal.REGION || this == MUNICIPAL_HEALTH;
    }

    /** Whether it is a line organisation, which settles disputes and takes part in no case. */
    public boolean isLine() {
        return this == MUNICIPAL_LINE || this == REGION_LINE;
    }

    /** The kinds that can take part in a case. */
    public static List<UnitKind> takingPart() {
        return Arrays.stream(values()).filter(kind -> !kind.isLine()).toList();
    }

    public Principal principal() {
        return principal;
    }

    /** The kind as staff read it. */
    public String swedish() {
        return swedish;
    }
}
