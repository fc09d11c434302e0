package se.sip.correspondence.document;

import java.util.List;

/**
 * What every document says beside its content.
 *
 * @param window lines of the address in the envelope's window; empty where it is not posted
 * @param person the person's name
 * @param adult whether it speaks to the person themselves
 * @param foot the document's name, at the foot of each page
 */
record Head(
        String sender, String phone, String caseNumber, String date, List<String> window, String person, boolean adult,
        String foot, int version) {
}
