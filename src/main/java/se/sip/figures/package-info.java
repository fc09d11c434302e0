/** Figures of a county: statutory plans, those by local agreement apart from them, and denied requests. */
package se.sip.figures;
