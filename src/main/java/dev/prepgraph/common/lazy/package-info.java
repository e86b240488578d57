/** Values that are computed at their first use. */
package dev.prepgraph.common.lazy;
