package dev.prepgraph.preference;

import dev.prepgraph.account.ViewerService;
import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.preference.schema.Preferences;
import dev.prepgraph.preference.schema.UpdatePreferencesInput;
import dev.prepgraph.preference.schema.UpdatePreferencesPayload;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of preferences. */
@GraphQLApi
public class PreferenceApi {

  private final PreferenceService preferences;
  private final ViewerService viewers;

  PreferenceApi(PreferenceService preferences, ViewerService viewers) {
    this.preferences = preferences;
    this.viewers = viewers;
  }

  @Name("preferences")
  @Description("The user's stored preferences; null only beside an error.")
  public Preferences preferencesOfViewer(@Source Viewer viewer) {
    return preferences.ofViewer();
  }

  @Mutation
  @NonNull
  @Description("Changes the user's preferences. They have no version: the last write wins.")
  public UpdatePreferencesPayload updatePreferences(
      @NonNull @Name("input") @Description("The changes.") UpdatePreferencesInput input) {
    return Payload.of(UpdatePreferencesPayload::new, () -> preferences.update(input));
  }

  @Name("viewer")
  @Description("The user, with the preferences as they are now.")
  public Viewer viewerOfPayload(@Source UpdatePreferencesPayload payload) {
    return viewers.viewer();
  }
}
