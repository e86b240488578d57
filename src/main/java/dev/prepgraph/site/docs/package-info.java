/** The documentation at /docs/: Markdown pages, and a reference of the schema. */
package dev.prepgraph.site.docs;
