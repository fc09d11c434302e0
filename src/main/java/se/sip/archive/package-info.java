/**
 * What becomes of an ended case: each principal gets what it made or received as a sealed package, its archivist confirms
 * that the package has come through, and only then are the records and the engine's history taken away.
 */
package se.sip.archive;
