/** What callers keep secret. */
package dev.prepgraph.common.secret;
