package se.sip.casefile;

/** A case was closed; whatever ran beside it ends. */
public record CaseEnded(String caseNumber) {
}
