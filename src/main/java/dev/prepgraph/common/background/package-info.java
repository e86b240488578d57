/** What runs beside requests: repeated work, its outages, and its transactions. */
package dev.prepgraph.common.background;
