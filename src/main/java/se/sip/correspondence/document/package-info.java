/** Documents on paper: what each holds, how it is laid out as PDF/A-2a and PDF/UA-1, and how it is kept. */
package se.sip.correspondence.document;
