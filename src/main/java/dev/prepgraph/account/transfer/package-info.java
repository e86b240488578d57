/** Export and import of an account: the format, and what all sections share. */
package dev.prepgraph.account.transfer;
