package dev.prepgraph.preference.transfer;

import dev.prepgraph.account.transfer.Entry;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.common.TimeZones;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The preferences of the user. */
@ApplicationScoped
class PreferenceSection {

  /** All preferences; at least one has a value. */
  @RegisterForReflection
  record PreferenceEntry(String locale, String timeZone) {}

  @Produces
  @Singleton
  Section<PreferenceEntry> preferences() {
    return new Section<>(
        "preferences",
        PreferenceEntry.class,
        Map.of(),
        batch -> batch.forEach(PreferenceSection::prepare));
  }

  private static void prepare(Entry<PreferenceEntry> entry) {
    String timeZone = entry.value().timeZone();
    if (timeZone != null && TimeZones.find(timeZone).isEmpty()) {
      entry.row().put("unknownZone", true).remove("timeZone");
    }
  }
}
