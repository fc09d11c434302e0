package se.sip.invitation;

/**
 * An invitation that a wrong recipient wants to pass on, as the unit it is on its way to sees it: the case's number,
 * who calls and what function is needed, and nothing more until a ground covers the unit.
 *
 * @param sender name of the unit that convenes
 * @param neededFunction in Swedish, for example "Barn- och ungdomspsykiatri"
 */
public record UnderwayInvitation(String caseNumber, String sender, String neededFunction) {
}
