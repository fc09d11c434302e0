/** What each county runs: its bundle of diagrams, tables and forms, checked and deployed as one. */
package se.sip.county;
