package se.sip.invitation;

import java.time.LocalDate;

/**
 * The talk with a recipient before the invitation goes out (VGB-18, VGU-86): recommended, so it may be missing with a
 * reason.
 *
 * @param taken whether there was one
 * @param who with whom; null where there was none
 * @param heldOn never before a valid consent was given
 * @param whyNot why there was none; null where there was one
 */
public record OralContact(boolean taken, String who, LocalDate heldOn, String whyNot) {
}
