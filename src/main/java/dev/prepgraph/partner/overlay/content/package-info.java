/** What partners write for guides: input, output and stored JSON. */
package dev.prepgraph.partner.overlay.content;
