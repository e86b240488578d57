package dev.prepgraph.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits of one request, enforced before any access to data. */
@ConfigMapping(prefix = "prepgraph.limits")
public interface LimitsConfig {

  /** Size of a request body. */
  @WithDefault("256K")
  MemorySize body();

  /** Length of a document in characters. */
  @WithDefault("16384")
  int document();

  /** Tokens of a document. */
  @WithDefault("1000")
  int tokens();

  /** Nesting depth of fields; introspection may be twice as deep. */
  @WithDefault("12")
  int depth();

  /** Aliases in a document. */
  @WithDefault("30")
  int aliases();

  /** Directives in a document. */
  @WithDefault("50")
  int directives();

  /**
   * Fields that a response could have by the document and the maxima of the schema, plus the costs
   * of long texts and of expensive fields.
   */
  @WithDefault("3000000")
  long cost();

  /** References to objects that a gateway sends in one list. */
  @WithDefault("500")
  int representations();

  /** Root fields of a mutation, each of which is a transaction. */
  @WithDefault("10")
  int mutations();

  /** Timeout of a request, from the arrival of its body. */
  @WithDefault("10s")
  Duration time();

  /** Timeout of the arrival of a body. */
  @WithDefault("30s")
  Duration bodyTime();

  /** Timeout of the arrival of an imported account. */
  @WithDefault("10m")
  Duration importTime();

  /**
   * Estimated heap of all operations in execution, half of it for one; half as much again serves
   * requests and responses in transit. A quarter of the heap unless set.
   */
  Optional<MemorySize> memory();

  /** Concurrent operations of one caller. */
  @WithDefault("8")
  int running();

  /** Waiting operations of one caller; further ones are rejected. */
  @WithDefault("128")
  int waiting();
}
