package dev.prepgraph.interview.schema;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

@Description("Filter of a list of interviews; all conditions that are given must match.")
public record InterviewFilter(
    @Id @Description("The stage that it is in.") String stageId,
    @Description("Whether the stage that it is in is a closed one.") Boolean closed,
    @Description("It is on this day or later, in its own time zone.") LocalDate from,
    @Description("It is on this day or earlier, in its own time zone.") LocalDate to) {

  public static final InterviewFilter NONE = new InterviewFilter(null, null, null, null);
}
