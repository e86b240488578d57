package dev.prepgraph.practice.schema;

import dev.prepgraph.practice.fsrs.Fsrs;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("How a practice went.")
public enum PracticeRating {
  @Description("The answer did not come to mind.")
  AGAIN,
  @Description("It came, with difficulty.")
  HARD,
  @Description("It came.")
  GOOD,
  @Description("It came at once.")
  EASY;

  public Fsrs.Rating model() {
    return Fsrs.Rating.valueOf(name());
  }
}
