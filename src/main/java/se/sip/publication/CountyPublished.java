package se.sip.publication;

/**
 * Told inside the transaction that publishes: a listener that fails takes the publication back.
 *
 * @param before null for a county's first
 */
public record CountyPublished(Publication now, Publication before) {
}
