/** The site at {@code /}: a reference client, and pages to read. */
package dev.prepgraph.site;
