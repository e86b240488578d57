package dev.prepgraph.answer.schema;

import dev.prepgraph.common.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What an answer said after one save. It never changes. */
@Description("What an answer said after one save. It never changes.")
@Cost(weight = 4 * Cost.LONG_TEXT)
public record AnswerRevision(
    @NonNull @Description("The answer's version at that time.") int version,
    @Description("The free text; null where the parts of STAR are used. Markdown.") String body,
    @Description("The parts of STAR; null where free text is used.") StarAnswer star,
    @NonNull @Description("How far the answer was.") SavedAnswerStatus status,
    @NonNull @Description("When it was saved.") Instant savedAt) {}
