/**
 * The audit log: who read or changed what of a case, when, for which unit and why (PDL 4:3, 8:5). Append-only, a hash
 * chain per case, sealed each night.
 */
package se.sip.audit;
