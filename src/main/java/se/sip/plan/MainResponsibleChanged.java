package se.sip.plan;

/** A unit has become main responsible in place of another (HAL-96). Told in the same transaction. */
public record MainResponsibleChanged(String caseNumber, String unitId) {
}
