package dev.prepgraph.practice;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.practice.schema.Readiness;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** How ready users are for interviews. */
@GraphQLApi
public class ReadinessApi {

  private final ReadinessService readiness;

  ReadinessApi(ReadinessService readiness) {
    this.readiness = readiness;
  }

  @NonNull
  @Name("readiness")
  @Description(
      "How ready the user is for an interview with a guide, from their READY answers, what they will recall, and how they rate their answers. An error where there is no such guide.")
  public Readiness readinessOfViewer(
      @Source Viewer viewer,
      @Id @NonNull @Name("guideId") @Description("The guide.") String guideId,
      @Name("locale") @Description("The language of its texts, as a BCP 47 tag.") String locale) {
    return readiness.of(guideId, locale);
  }
}
