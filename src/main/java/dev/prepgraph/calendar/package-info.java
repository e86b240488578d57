/** A user's plans and interviews as a calendar that other programs subscribe to (RFC 5545). */
package dev.prepgraph.calendar;
