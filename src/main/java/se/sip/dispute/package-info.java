/** Disputes (tvister) between units: a ladder of managers beside the case, which goes on (BOR-83, BOR-84). */
package se.sip.dispute;
