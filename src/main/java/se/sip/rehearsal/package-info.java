/**
 * Rehearsal (repetition): runs a county's candidate over made-up cases, in memory and with a clock of its own, before it
 * is published. {@link se.sip.rehearsal.StoryFile} reads the cases, {@link se.sip.rehearsal.StoryPlayer} works one through
 * the real processes, forms and services, {@link se.sip.rehearsal.RehearsalRun} plays all of them on what runs and on the
 * candidate, and {@link se.sip.rehearsal.RehearsalReport} says what differs. It runs in a process of its own, because the
 * clock is the whole program's: {@link se.sip.rehearsal.RehearsalProcess} starts one from a running server.
 */
package se.sip.rehearsal;
