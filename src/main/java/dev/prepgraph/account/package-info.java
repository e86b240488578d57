/** Who is asking, and everything that is held on them: account, export, erasure. */
package dev.prepgraph.account;
