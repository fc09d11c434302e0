package se.sip.decision;

import se.sip.engine.CaseVariables;

/** The case and the execution a decision is made for. */
public record DecisionSituation(String caseNumber, String county, CaseVariables variables) {
}
