package dev.prepgraph.answer.schema;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/** An answer in the parts of the STAR framework. */
@Description(
    "An answer in the parts of the STAR framework. Markdown, at most 20,000 characters each.")
public record StarAnswer(
    @Description("Where and when it was.") String situation,
    @Description("What was to be done, and by whom.") String task,
    @Description("What the candidate did.") String action,
    @Description("What came of it.") String result) {

  /** An answer that has no parts. */
  public static final StarAnswer NONE = new StarAnswer(null, null, null, null);

  public Stream<String> parts() {
    return Stream.of(situation, task, action, result).filter(Objects::nonNull);
  }
}
