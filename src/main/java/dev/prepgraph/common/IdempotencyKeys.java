package dev.prepgraph.common;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/**
 * Makes creations repeatable: a client that does not know whether its call arrived sends it again
 * with the same key. Keys are one account's own, and forgotten after 24 hours.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final int MAX_LENGTH = 255;

  /** How many keys of an account are remembered at a time. */
  private static final int MAX_KEYS = 1_000;

  private static final String[] FIELD = {"input", "idempotencyKey"};

  private final StatelessSession current;

  IdempotencyKeys(StatelessSession current) {
    this.current = current;
  }

  /** As the other one, in the transaction of this thread. */
  public String once(String key, String operation, Object input, Supplier<String> creation) {
    return once(current, key, operation, input, creation);
  }

  /**
   * Creates something once. Must be called in the transaction that creates it, in which the writes
   * of one account follow each other.
   *
   * @param key what the call is known by, or null when it cannot be repeated
   * @param operation the mutation's name
   * @param input all that it was given, a record or a map. Its {@code idempotencyKey} does not
   *     count, nor does what is null, so that a field can be added while keys are remembered
   * @param creation creates it, and returns what names it, such as its key
   * @return what the creation returned, now or when the key was used first
   * @throws UserErrorException when the key was used with another input or is no key
   */
  public String once(
      StatelessSession session,
      String key,
      String operation,
      Object input,
      Supplier<String> creation) {
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
    List<Object[]> known =
        Sql.rows(
            session,
            """
            select input, result from viewer.idempotency_key
            where key = :key and account_id = viewer.account_id() and created_at > catalogue.now() - interval '24 hours'
            """,
            Map.of("key", key));
    if (known.isEmpty()) {
      String result = creation.get();
      remember(session, key, fingerprint, result);
      return result;
    }
    if (!Arrays.equals((byte[]) known.get(0)[0], fingerprint)) {
      throw new UserErrorException(
          UserErrorCode.CONFLICT, "The key was used with another input", FIELD);
    }
    return (String) known.get(0)[1];
  }

  static byte[] fingerprint(String operation, Object input) {
    ObjectNode fields = CanonicalJson.object(input);
    fields.remove("idempotencyKey");
    return CanonicalJson.digest(List.of(operation, fields));
  }

  private static void remember(
      StatelessSession session, String key, byte[] fingerprint, String result) {
    int remembered =
        Sql.execute(
            session,
            """
            with forgotten as (
              delete from viewer.idempotency_key
              where account_id = viewer.account_id() and created_at <= catalogue.now() - interval '24 hours' and key <> :key)
            insert into viewer.idempotency_key as k (key, input, result)
            select :key, :fingerprint, :result
            where (select count(*) from viewer.idempotency_key
              where account_id = viewer.account_id() and created_at > catalogue.now() - interval '24 hours') < :most
            on conflict (account_id, key) do update set input = excluded.input, result = excluded.result, created_at = catalogue.now()
            """,
            Map.of("key", key, "fingerprint", fingerprint, "result", result, "most", MAX_KEYS));
    if (remembered == 0) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "At most " + MAX_KEYS + " keys are remembered in 24 hours",
          FIELD);
    }
  }
}
