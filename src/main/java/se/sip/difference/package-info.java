/** What is different between two sets of diagrams, tables and forms, in words that a process owner uses. */
package se.sip.difference;
