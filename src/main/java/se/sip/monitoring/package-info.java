/**
 * Watching over the running cases, for those who run the system: what is stuck and why, in Cockpit's dashboard and on an
 * instance; what an admin may do about it; alarms and figures for operation. Shows no personal data: case numbers, units,
 * steps and dates.
 */
package se.sip.monitoring;
