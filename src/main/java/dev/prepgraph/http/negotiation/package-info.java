/** What clients accept, as their headers say it. */
package dev.prepgraph.http.negotiation;
