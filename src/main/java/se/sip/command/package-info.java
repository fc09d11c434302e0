/**
 * The command line of a process owner: check, difference and rehearsal on files in a folder, without any server; publish
 * and move against a server that is running.
 */
package se.sip.command;
