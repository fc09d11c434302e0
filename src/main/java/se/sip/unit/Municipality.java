package se.sip.unit;

/**
 * A municipality (kommun).
 *
 * @param code SCB's four digits, the first two of which are the county's
 */
public record Municipality(String code, String name) {
}
