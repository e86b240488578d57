package dev.prepgraph.interview.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("TrackInterviewInput")
@Description("An interview to track.")
public record TrackInterviewInput(
    @Description("Company that interviews. 1 to 200 characters; it may follow later.")
        String company,
    @Description(
            "Position that the user applies for. 1 to 200 characters; the guide's title by default. Required without a guide.")
        String position,
    @Id @Description("The guide to prepare with.") String guideId,
    @Id @Description("The user's plan for the interview.") String planId,
    @Id @Description("Stage of the interview; the first open stage by default.") String stageId,
    @Description(
            "Time of entry into the stage; now by default. Not in the future; up to 60 seconds ahead counts as now.")
        Instant enteredAt,
    @Description("Start of the interview, in the years 2000 to 2099.") Instant scheduledAt,
    @Description(
            "IANA time zone of the interview, for example Europe/Berlin; that of the user's preferences by default.")
        String timeZone,
    @Description("An address, a room, or a link to a call. At most 500 characters.")
        String location,
    @Description("Markdown, at most 20,000 characters.") String notes,
    @Description(
            "Language of the default position, as a BCP 47 tag; by default that of the request, as Accept-Language asks for it, else that of the user's preferences.")
        String locale,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key tracks no second interview.")
        String idempotencyKey) {}
