package dev.prepgraph.catalogue.store;

import java.util.Set;

/**
 * Properties by which the entries of a list are counted, with the conditions that the counts leave
 * out.
 */
enum Facet {
  TYPES("type", "types"),
  DIFFICULTIES("difficulty", "difficulties"),
  TAGS("tag", "tags"),
  CRITERIA("criterion", "criteria"),
  FAMILIES("family", "families"),
  SENIORITIES("seniority", "seniorities");

  final Set<String> conditions;

  Facet(String... conditions) {
    this.conditions = Set.of(conditions);
  }
}
