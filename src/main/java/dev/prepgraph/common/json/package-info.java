/** JSON columns, bound to records. */
package dev.prepgraph.common.json;
