package dev.prepgraph.partner.usage.model;

/** What is counted. */
public enum UsageKind {
  OPERATION,
  /** A field of the schema, once in an operation that selects it. */
  FIELD,
  /** A deprecated field, argument or input field, once in an operation that uses it. */
  DEPRECATED,
  GUIDE,
  EMPTY_SEARCH
}
