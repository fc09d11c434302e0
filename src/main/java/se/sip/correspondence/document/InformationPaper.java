package se.sip.correspondence.document;

/** What SIP is; all of it stands in the template. */
public record InformationPaper() implements Paper {
}
