package dev.prepgraph.interview.schema;

import dev.prepgraph.common.Cost;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import dev.prepgraph.node.Node;
import dev.prepgraph.richtext.RichText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A tracked interview, or an application that may lead to one. Visible to its user only.")
@Cost(weight = Cost.LONG_TEXT)
public record Interview(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @Description("Company that interviews; null until it is known.") String company,
    @NonNull @Description("Position that the user applies for.") String position,
    @NonNull @Description("Stage of the interview.") InterviewStage stage,
    @Description("Start of the interview; null until it is scheduled.") Instant scheduledAt,
    @Description("IANA time zone of the interview, for example Europe/Berlin.") String timeZone,
    @Description("An address, a room, or a link to a call.") String location,
    @Description("The user's notes. Markdown.") String notes,
    @NonNull @Description("Increases by one with each change; expectedVersion of the next change.")
        int version,
    @NonNull @Description("Creation time.") Instant createdAt,
    @NonNull @Description("Time of the last change.") Instant updatedAt,
    @Ignore UUID key,
    @Ignore UUID guideKey,
    @Ignore UUID planKey,
    @Ignore String locale)
    implements Node {

  public static final char KIND = 'I';

  @Description("The `notes` as HTML and plain text.")
  public RichText getNotesRich() {
    return RichText.ofUser(notes);
  }
}
