package dev.prepgraph.execution.document;

/** Kinds of callers that trusted documents can be required of. */
public enum CallerKind {
  ANONYMOUS,
  USER
}
