package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.catalogue.model.Localization;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A guide's page in a language that it has text in.")
public record GuideLocalization(
    @NonNull @Description("Language, as a BCP 47 tag.") String locale,
    @NonNull @Description("Whether all texts of the page are in the language.") boolean complete,
    @NonNull
        @Description(
            "Share of the page's texts that are in the language, 0 to 1: those of the guide, its questions, and the question types, criteria and family that it shows.")
        double translatedShare,
    @NonNull @Description("Time of the first publication in the language.")
        Instant firstPublishedAt,
    @NonNull
        @Description(
            "Time of the last change of the page's content in the language; a change of computed related guides does not count.")
        Instant contentChangedAt) {

  public static List<GuideLocalization> of(List<Localization> localizations) {
    return localizations.stream()
        .filter(Localization::published)
        .map(
            l ->
                new GuideLocalization(
                    l.locale(),
                    l.translated() == l.texts(),
                    (double) l.translated() / l.texts(),
                    l.firstPublishedAt(),
                    l.contentChangedAt()))
        .toList();
  }
}
