/** What runs beside requests: repeated work and its outages. */
package dev.prepgraph.common.background;
