package dev.prepgraph.partner.page;

import dev.prepgraph.catalogue.model.Localization;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.common.language.LanguageTags;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All published guides with their languages, for sitemaps: one statement loads them. */
record PublishedPages(List<Page> pages) implements Weighted {

  /** The page of a guide. */
  @RegisterForReflection
  record Page(String slug, List<Localization> localizations) {

    /** Whether all texts of the page are in a language, or in a more general one. */
    boolean isComplete(String locale) {
      List<String> complete =
          localizations.stream()
              .filter(l -> l.published() && l.translated() == l.texts())
              .map(Localization::locale)
              .toList();
      return LanguageTags.best(locale, complete).isPresent();
    }

    /** The last change of the page in a language. */
    Optional<Instant> changedAt(String locale) {
      return Localization.contentChangedAt(localizations, locale);
    }
  }

  @Override
  public int weight() {
    return 1_000 + pages.stream().mapToInt(page -> 300 + 200 * page.localizations().size()).sum();
  }
}
