package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("Which questions to list: those that match all that is given.")
public record QuestionFilter(
    @Description("The slug of a question type.") String type,
    @Description("How hard the question is.") Difficulty difficulty,
    @Description("One of its tags.") String tag,
    @Description("The slug of one of its criteria.") String criterion,
    @Description(
            "Words that the question contains, at most 200 characters (Unicode code points); an empty or blank text does not filter.")
        String text,
    @Description("The slug of a guide that the question is in.") String guide) {

  public static final QuestionFilter NONE = new QuestionFilter(null, null, null, null, null, null);
}
