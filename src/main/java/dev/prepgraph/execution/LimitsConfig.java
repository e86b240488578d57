package dev.prepgraph.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What one request may cost. Whatever is over a limit is refused before anything is looked up. */
@ConfigMapping(prefix = "prepgraph.limits")
public interface LimitsConfig {

  /** The size of a request's body. */
  @WithDefault("256K")
  MemorySize body();

  /** The length of a document, in characters. */
  @WithDefault("16384")
  int document();

  /** How many tokens a document has. */
  @WithDefault("1000")
  int tokens();

  /** How deep fields are nested. Introspection may go twice as deep. */
  @WithDefault("12")
  int depth();

  /** How many fields of a document are renamed. */
  @WithDefault("30")
  int aliases();

  /** How many directives a document uses. */
  @WithDefault("50")
  int directives();

  /**
   * How many fields a response could have, by the document and the maxima of the schema, with one
   * more for each 256 characters of long texts.
   */
  @WithDefault("3000000")
  long cost();

  /** How many fields a mutation asks for, each of which is a transaction. */
  @WithDefault("10")
  int mutations();

  /** How long a request may take, once its body has arrived. */
  @WithDefault("10s")
  Duration time();

  /** How long a body may take to arrive. */
  @WithDefault("30s")
  Duration bodyTime();

  /** How long an account that is imported may take to arrive. */
  @WithDefault("10m")
  Duration importTime();

  /**
   * The heap for what operations in execution read and answer, all together, roughly; half of it
   * for one. Half as much again is for requests that arrive and responses that are being read. A
   * quarter of the heap unless set.
   */
  Optional<MemorySize> memory();

  /** How many operations of one caller are executed at a time. */
  @WithDefault("8")
  int running();

  /** How many operations of one caller wait beside those, before further ones are rejected. */
  @WithDefault("128")
  int waiting();
}
