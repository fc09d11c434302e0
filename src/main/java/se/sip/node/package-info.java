/**
 * What makes one process of the product a sound node among several on one database: its tables are made and raised by
 * one node at a time, and its clock agrees with the database's.
 */
package se.sip.node;
