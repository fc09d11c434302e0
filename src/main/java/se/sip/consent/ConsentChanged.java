package se.sip.consent;

/** A consent was answered, renewed or corrected: what it is worth may be another than before. */
public record ConsentChanged(String caseNumber) {
}
