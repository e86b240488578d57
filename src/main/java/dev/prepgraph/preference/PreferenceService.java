package dev.prepgraph.preference;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.error.FieldUpdate;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
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
                  FieldUpdate.of(
                      before.locale(), input.locale(), input.clear(), PreferenceField.LOCALE),
                  FieldUpdate.of(
                      before.timeZone(),
                      input.timeZone(),
                      input.clear(),
                      PreferenceField.TIME_ZONE));
          if (!after.equals(Preferences.NONE)) {
            PreferenceEntity changed = stored == null ? new PreferenceEntity(account) : stored;
            changed.set(after);
            repository.persist(changed);
          } else if (stored != null) {
            repository.delete(stored);
          }
          if (!after.equals(before)) {
            AccountChanges.add(AccountChange.several(ViewerChangeKind.PREFERENCES));
          }
          return after;
        });
  }

  private static void check(UpdatePreferencesInput input) {
    List<UserError> errors = new ArrayList<>();
    TextChecks.locale(errors, input.locale(), "input", "locale");
    TextChecks.timeZone(errors, input.timeZone(), "input", "timeZone");
    UserErrorException.throwIfAny(errors);
  }
}
