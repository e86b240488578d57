package dev.prepgraph.interview.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TrackInterviewInput")
@Description("An interview to be tracked.")
public record TrackInterviewInput(
    @NonNull @Description("Company that interviews. 1 to 200 characters.") String company,
    @NonNull @Description("Position that the user applies for. 1 to 200 characters.")
        String position,
    @Id @Description("The guide to prepare with.") String guideId,
    @Id @Description("The user's plan that prepares for it.") String planId,
    @Id @Description("The stage that it is in; the first open one unless given.") String stageId,
    @Description(
            "When it entered that stage; now unless given. Not in the future: what is up to 60 seconds ahead is taken for now.")
        Instant enteredAt,
    @Description("Start of the interview, in the years 2000 to 2099.") Instant scheduledAt,
    @Description("IANA time zone of the interview, for example Europe/Berlin.") String timeZone,
    @Description("An address, a room, or a link to a call. At most 500 characters.")
        String location,
    @Description("Markdown, at most 20,000 characters.") String notes,
    @Description(
            "Repeating a call with the same key does not track a second interview. 1 to 255 characters, remembered for 24 hours.")
        String idempotencyKey) {}
