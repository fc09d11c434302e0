/**
 * Running cases after a publication: which can be taken over to the new version and which cannot and why, what it changes
 * for them, and the move itself, case by case, each whole or not at all. {@link se.sip.move.Movability} judges,
 * {@link se.sip.move.Mover} moves one case, {@link se.sip.move.Moves} keeps count of the move that was ordered.
 */
package se.sip.move;
