package se.sip.casefile;

/** A closed case goes on; what its ending broke off can too. */
public record CaseResumed(String caseNumber) {
}
