package dev.prepgraph.preference;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.common.LanguageTags;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.preference.model.PreferenceEntity;
import dev.prepgraph.preference.schema.PreferenceField;
import dev.prepgraph.preference.schema.Preferences;
import dev.prepgraph.preference.schema.UpdatePreferencesInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rules of preferences. */
@ApplicationScoped
public class PreferenceService {

  private final AccountTransactions transactions;
  private final PreferenceRepository repository;

  PreferenceService(AccountTransactions transactions, PreferenceRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  /** The user's preferences; one statement. */
  Preferences ofViewer() {
    return transactions.read(repository::current).orElseThrow();
  }

  /** The preferences of the transaction's account; one statement. */
  public Preferences current() {
    return repository.current();
  }

  /** Changes preferences; the last write wins. */
  Preferences update(UpdatePreferencesInput input) {
    check(input);
    return transactions.write(
        () -> {
          UUID account = transactions.account().id();
          PreferenceEntity stored = repository.findById(account);
          Preferences before = stored == null ? Preferences.NONE : stored.preferences();
          Preferences after =
              new Preferences(
                  changed(before.locale(), input.locale(), input, PreferenceField.LOCALE),
                  changed(before.timeZone(), input.timeZone(), input, PreferenceField.TIME_ZONE));
          if (!after.equals(Preferences.NONE)) {
            PreferenceEntity changed = stored == null ? new PreferenceEntity(account) : stored;
            changed.set(after);
            repository.persist(changed);
          } else if (stored != null) {
            repository.delete(stored);
          }
          return after;
        });
  }

  private static String changed(
      String now, String given, UpdatePreferencesInput input, PreferenceField field) {
    if (isCleared(input, field)) {
      return null;
    }
    return given == null ? now : given;
  }

  private static boolean isCleared(UpdatePreferencesInput input, PreferenceField field) {
    return input.clear() != null && input.clear().contains(field);
  }

  private static void check(UpdatePreferencesInput input) {
    List<UserError> errors = new ArrayList<>();
    if (input.locale() != null && !LanguageTags.isValid(input.locale())) {
      String message = "locale must be a BCP 47 language tag, for example en or de-AT";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "locale"));
    }
    if (input.timeZone() != null && TimeZones.find(input.timeZone()).isEmpty()) {
      String message = "timeZone must be an IANA time zone, for example Europe/Berlin";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "timeZone"));
    }
    if (input.locale() != null && isCleared(input, PreferenceField.LOCALE)
        || input.timeZone() != null && isCleared(input, PreferenceField.TIME_ZONE)) {
      String message = "clear must not contain a field that has a value";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "clear"));
    }
    UserErrorException.throwIfAny(errors);
  }
}
