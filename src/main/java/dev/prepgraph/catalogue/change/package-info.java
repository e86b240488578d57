/** The changes of the published catalogue, for sites and search indexes that copy it. */
package dev.prepgraph.catalogue.change;
