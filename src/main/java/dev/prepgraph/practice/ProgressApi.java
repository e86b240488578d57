package dev.prepgraph.practice;

import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.practice.schema.GuideProgress;
import dev.prepgraph.practice.schema.PracticeCard;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of the user's progress in questions and guides. */
@GraphQLApi
@RegisterForReflection
public class ProgressApi {

  private final ProgressService progress;

  ProgressApi(ProgressService progress) {
    this.progress = progress;
  }

  @Name("myCard")
  @Description(
      "The user's memory of the question; null before the first practice or without a login.")
  public List<PracticeCard> cardsOfQuestions(@Source List<Question> questions) {
    return ByLocale.load(questions, Question::key, Question::locale, progress::cards);
  }

  @Name("myProgress")
  @Description("The user's progress in the guide's questions; null without a login.")
  public List<GuideProgress> progressOfGuides(@Source List<RoleGuide> guides) {
    return ByLocale.load(
        guides, RoleGuide::key, guide -> null, (keys, locale) -> progress.ofGuides(keys));
  }
}
