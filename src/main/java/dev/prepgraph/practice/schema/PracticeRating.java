package dev.prepgraph.practice.schema;

import dev.prepgraph.practice.fsrs.Fsrs;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Rating of a practice.")
public enum PracticeRating {
  @Description("Not recalled.")
  AGAIN,
  @Description("Recalled with difficulty.")
  HARD,
  @Description("Recalled.")
  GOOD,
  @Description("Recalled at once.")
  EASY;

  public Fsrs.Rating model() {
    return Fsrs.Rating.valueOf(name());
  }
}
