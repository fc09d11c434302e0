/** Nödåtkomst: reading a case of one's own principal in an emergency, for a written reason, seen by others. */
package se.sip.emergency;
