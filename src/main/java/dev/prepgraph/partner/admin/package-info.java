/** The management of partners by admins and by a command. */
package dev.prepgraph.partner.admin;
