package dev.prepgraph.preference;

import dev.prepgraph.preference.model.PreferenceEntity;
import dev.prepgraph.preference.schema.Preferences;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The preferences of the account that the transaction acts for. */
@ApplicationScoped
class PreferenceRepository implements PanacheRepositoryBase<PreferenceEntity, UUID> {

  Preferences current() {
    return find("select p.locale, p.timeZone from PreferenceEntity p")
        .project(Preferences.class)
        .singleResultOptional()
        .orElse(Preferences.NONE);
  }
}
