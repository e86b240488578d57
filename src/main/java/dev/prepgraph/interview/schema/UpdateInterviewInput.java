package dev.prepgraph.interview.schema;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateInterviewInput")
@Description("Changes of an interview; omitted and null fields stay unchanged.")
public record UpdateInterviewInput(
    @Id @NonNull @Description("The interview.") String id,
    @Description("Company that interviews. 1 to 200 characters.") String company,
    @Description("Position that the user applies for. 1 to 200 characters.") String position,
    @Id @Description("The guide to prepare with.") String guideId,
    @Id @Description("The user's plan for the interview.") String planId,
    @Description("Start of the interview, in the years 2000 to 2099.") Instant scheduledAt,
    @Description("IANA time zone of the interview, for example Europe/Berlin.") String timeZone,
    @Description("An address, a room, or a link to a call. At most 500 characters.")
        String location,
    @Description("Markdown, at most 20,000 characters.") String notes,
    @Nullable @Description("Fields to clear; they must have no value in the same call.")
        List<@NonNull InterviewField> clear,
    @NonNull
        @Description(
            "The version that the change is based on. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
