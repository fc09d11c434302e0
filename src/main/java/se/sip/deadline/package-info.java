/** Calendar: limits counted by law from the county's table {@code frister}, and working days for reminders. */
package se.sip.deadline;
