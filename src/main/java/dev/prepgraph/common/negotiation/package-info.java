/** What clients accept, as their headers say it. */
package dev.prepgraph.common.negotiation;
