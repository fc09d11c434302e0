package se.sip.closure;

import se.sip.casefile.EndKind;

/** The county's reasons to close that are a judgement; a withdrawal comes as an event of its own (VGU-158). */
enum CloseReason {
    /** VGU-156. */
    NO_NEED(EndKind.NO_NEED),
    /** VGU-157. */
    NO_NEW_NEED_EXPECTED(EndKind.NO_NEW_NEED_EXPECTED),
    /** VGU-153, VGU-159. */
    GOAL_CHANGED_RESTART(EndKind.GOAL_CHANGED_RESTART);

    private final EndKind endKind;

    CloseReason(EndKind endKind) {
        this.endKind = endKind;
    }

    EndKind endKind() {
        return endKind;
    }
}
