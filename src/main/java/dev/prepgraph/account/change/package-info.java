/** What changes in accounts, told to the open subscriptions of all replicas. */
package dev.prepgraph.account.change;
