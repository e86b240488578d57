/** Partners at the edge: which one a request is of, and the origins of their pages. */
package dev.prepgraph.http.partner;
