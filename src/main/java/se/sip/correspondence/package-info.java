/**
 * What leaves a case: who gets what, by which way, and what became of it. Other parts of the field order through
 * {@link se.sip.correspondence.Outbox}; the diagram {@code leverans} carries each delivery out.
 */
package se.sip.correspondence;
