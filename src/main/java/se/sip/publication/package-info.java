/**
 * What a county has published and what it may publish next: candidates that are checked, compared, rehearsed, proposed
 * by one process owner and confirmed by another, and the versions that came of them. What a county has published goes
 * before what the product brings; a new release is a candidate like any other.
 */
package se.sip.publication;
