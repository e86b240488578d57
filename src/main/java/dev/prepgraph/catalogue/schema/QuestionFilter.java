package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("Filter of questions; all given conditions must match.")
public record QuestionFilter(
    @Description("Slug of the question type.") String type,
    @Description("Difficulty of the question.") Difficulty difficulty,
    @Description("Tag of the question.") String tag,
    @Description("Slug of one of its criteria.") String criterion,
    @Description(
            "Words in the question, at most 200 characters (Unicode code points); a blank text does not filter.")
        String text,
    @Description("Slug of a guide that contains the question.") String guide) {

  public static final QuestionFilter NONE = new QuestionFilter(null, null, null, null, null, null);
}
