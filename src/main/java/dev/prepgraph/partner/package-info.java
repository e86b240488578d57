/** Partners: who they are, and what their services and sites may do. */
package dev.prepgraph.partner;
