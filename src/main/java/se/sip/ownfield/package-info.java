/**
 * Fields that only one county has: declared in its forms, checked by their declared type, kept under the county's name
 * beside the case, shown in the case and in the plan, and read by the county's tables.
 */
package se.sip.ownfield;
