package dev.prepgraph.preference.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;

@RegisterForReflection
@Description("Stored preferences of the user. Visible to this user only.")
public record Preferences(
    @Description(
            "Preferred language, as a BCP 47 tag; null until it is set. Clients send it as Accept-Language; the calendar feed uses it, and trackInterview where the request asks for no published language.")
        String locale,
    @Description(
            "IANA time zone, for example Europe/Berlin; null until it is set. Default of createPrepPlan and trackInterview.")
        String timeZone) {

  public static final Preferences NONE = new Preferences(null, null);
}
