package dev.prepgraph.preference.schema;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdatePreferencesInput")
@Description("Changes of preferences; omitted and null fields stay unchanged.")
public record UpdatePreferencesInput(
    @Description("Preferred language, as a BCP 47 tag, for example en or de-AT.") String locale,
    @Description("IANA time zone, for example Europe/Berlin.") String timeZone,
    @Nullable @Description("Preferences to clear; they must have no value in the same call.")
        List<@NonNull PreferenceField> clear) {}
