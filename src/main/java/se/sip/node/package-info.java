/**
 * What makes one process of the product a sound node among several on one database: its tables are raised as a step of its
 * own where the operator wants that, and its clock agrees with the database's.
 */
package se.sip.node;
