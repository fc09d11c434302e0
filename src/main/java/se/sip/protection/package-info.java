/** Protected identity: who is named to a case, whose its tasks are, and what must not be shown (OSL 22:1, 12:3). */
package se.sip.protection;
