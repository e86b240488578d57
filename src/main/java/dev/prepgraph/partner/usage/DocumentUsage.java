package dev.prepgraph.partner.usage;

import java.util.Set;

/**
 * What a document uses, whatever its variables.
 *
 * @param operation its type and root field
 * @param fields the selected fields, by type
 * @param deprecated those fields, arguments and input fields that are deprecated
 */
public record DocumentUsage(String operation, Set<String> fields, Set<String> deprecated) {}
