package se.sip.correspondence.document;

/**
 * A notice to the family: denied, not needed, or closed.
 *
 * @param instead what is done instead of a SIP
 * @param whereToTurn if needs come again (VGU-162)
 */
public record NoticePaper(String reason, String instead, String whereToTurn) implements Paper {
}
