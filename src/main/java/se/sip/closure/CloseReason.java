package se.sip.closure;

import se.sip.casefile.EndKind;

/** The county's reasons to close that are a judgement; a withdrawal comes as an event of its own (VGU-158). */
enum CloseReason {
    /** VGU-156, HAL-119. */
    NO_NEED(EndKind.NO_NEED),
    /** VGU-157, HAL-121. */
    NO_NEW_NEED_EXPECTED(EndKind.NO_NEW_NEED_EXPECTED),
    /** VGU-153, VGU-159, HAL-122. */
    GOAL_CHANGED_RESTART(EndKind.GOAL_CHANGED_RESTART),
    /** HAL-123; other counties keep the SIP open while the need from both remains (VGU-152). */
    COLLABORATION_ESTABLISHED(EndKind.COLLABORATION_ESTABLISHED);

    private final EndKind endKind;

    CloseReason(EndKind endKind) {
        this.endKind = endKind;
    }

    EndKind endKind() {
        return endKind;
    }
}
