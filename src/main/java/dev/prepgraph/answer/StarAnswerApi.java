package dev.prepgraph.answer;

import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.richtext.RichText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** The parts of STAR answers as rich text; not in the record, which is also an input. */
@GraphQLApi
@RegisterForReflection
public class StarAnswerApi {

  @Description("The `situation` as HTML and plain text.")
  public RichText situationRich(@Source StarAnswer star) {
    return RichText.ofUser(star.situation());
  }

  @Description("The `task` as HTML and plain text.")
  public RichText taskRich(@Source StarAnswer star) {
    return RichText.ofUser(star.task());
  }

  @Description("The `action` as HTML and plain text.")
  public RichText actionRich(@Source StarAnswer star) {
    return RichText.ofUser(star.action());
  }

  @Description("The `result` as HTML and plain text.")
  public RichText resultRich(@Source StarAnswer star) {
    return RichText.ofUser(star.result());
  }
}
