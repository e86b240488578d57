/** What partners use of the schema, counted in memory and stored by day. */
package dev.prepgraph.partner.usage;
