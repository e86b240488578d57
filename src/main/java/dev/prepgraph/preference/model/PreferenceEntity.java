package dev.prepgraph.preference.model;

import dev.prepgraph.preference.schema.Preferences;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/** The preferences of an account; there is no row without any. */
@Entity
@Table(schema = "preference", name = "preference")
@SQLRestriction("account_id = viewer.account_id()")
public class PreferenceEntity {

  @Id UUID accountId;

  String locale;

  String timeZone;

  protected PreferenceEntity() {}

  public PreferenceEntity(UUID accountId) {
    this.accountId = accountId;
  }

  public Preferences preferences() {
    return new Preferences(locale, timeZone);
  }

  public void set(Preferences preferences) {
    locale = preferences.locale();
    timeZone = preferences.timeZone();
  }
}
