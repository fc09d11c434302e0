/** The demonstration: made-up accounts, and a clock that can be moved forward. Nothing of it exists in production. */
package se.sip.demo;
