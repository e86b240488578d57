/** Overlays: what partners add to guides for their own requests. */
package dev.prepgraph.partner.overlay;
