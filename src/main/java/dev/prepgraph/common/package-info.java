/** Small libraries for all features, independent of them. */
package dev.prepgraph.common;
