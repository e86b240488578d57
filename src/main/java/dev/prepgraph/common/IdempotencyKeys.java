package dev.prepgraph.common;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/**
 * Makes creations idempotent: a client that got no response retries with the same key. Keys belong
 * to an account and expire after 24 hours.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final int MAX_LENGTH = 255;
  private static final int MAX_KEYS = 1_000;
  private static final String[] FIELD = {"input", "idempotencyKey"};

  private static final String FIND =
      """
      select input, result from viewer.idempotency_key
      where key = :key and account_id = viewer.account_id() and created_at > catalogue.now() - interval '24 hours'
      """;

  private static final String SAVE =
      """
      with expired as (
        delete from viewer.idempotency_key
        where account_id = viewer.account_id() and created_at <= catalogue.now() - interval '24 hours' and key <> :key)
      insert into viewer.idempotency_key as k (key, input, result)
      select :key, :fingerprint, :result
      where (select count(*) from viewer.idempotency_key
        where account_id = viewer.account_id() and created_at > catalogue.now() - interval '24 hours') < :max
      on conflict (account_id, key) do update set input = excluded.input, result = excluded.result, created_at = catalogue.now()
      """;

  private final Session session;

  IdempotencyKeys(Session session) {
    this.session = session;
  }

  /** As {@link #once(String, String, Object, Supplier)}, for transactions that pass a session. */
  public String once(
      StatelessSession session,
      String key,
      String operation,
      Object input,
      Supplier<String> creation) {
    return once(key, operation, input, creation);
  }

  /**
   * Creates something once, in the transaction that creates it, which must be serialised with all
   * other writes of the account.
   *
   * @param key null for a call that is not repeatable
   * @param operation the mutation's name
   * @param input a record or a map. Its {@code idempotencyKey} and nulls are ignored, so that
   *     fields can be added while keys are stored
   * @param creation returns a reference to what it created, such as its id
   * @return what the creation returned, now or at the first use of the key
   * @throws UserErrorException when the key is invalid or was used with another input
   */
  public String once(String key, String operation, Object input, Supplier<String> creation) {
    if (key == null) {
      return creation.get();
    }
    if (Text.isBlank(key) || Text.length(key) > MAX_LENGTH) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "idempotencyKey must have 1 to " + MAX_LENGTH + " characters and not be blank",
          FIELD);
    }
    byte[] fingerprint = fingerprint(operation, input);
    Optional<Tuple> used =
        session
            .createNativeQuery(FIND, Tuple.class)
            .setParameter("key", key)
            .uniqueResultOptional();
    if (used.isEmpty()) {
      String result = creation.get();
      save(key, fingerprint, result);
      return result;
    }
    if (!Arrays.equals(used.get().get("input", byte[].class), fingerprint)) {
      throw new UserErrorException(
          UserErrorCode.CONFLICT, "The key was used with another input", FIELD);
    }
    return used.get().get("result", String.class);
  }

  static byte[] fingerprint(String operation, Object input) {
    ObjectNode fields = CanonicalJson.object(input);
    fields.remove("idempotencyKey");
    return CanonicalJson.digest(List.of(operation, fields));
  }

  private void save(String key, byte[] fingerprint, String result) {
    int saved =
        session
            .createNativeMutationQuery(SAVE)
            .setParameter("key", key)
            .setParameter("fingerprint", fingerprint)
            .setParameter("result", result)
            .setParameter("max", MAX_KEYS)
            .executeUpdate();
    if (saved == 0) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "At most " + MAX_KEYS + " keys are remembered in 24 hours",
          FIELD);
    }
  }
}
