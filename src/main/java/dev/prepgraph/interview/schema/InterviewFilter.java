package dev.prepgraph.interview.schema;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

@Description("Filter of interviews; all given conditions must match.")
public record InterviewFilter(
    @Id @Description("Stage of the interview.") String stageId,
    @Description("Whether the stage is closed.") Boolean closed,
    @Description("Earliest day of the interview, in its time zone.") LocalDate from,
    @Description("Latest day of the interview, in its time zone.") LocalDate to) {

  public static final InterviewFilter NONE = new InterviewFilter(null, null, null, null);
}
