package dev.prepgraph.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Makes creations repeatable: a client that received no response retries with the same key. Keys
 * belong to one account and expire after 24 hours.
 */
@ApplicationScoped
public class IdempotencyKeys {

  @RegisterForReflection
  record Known(byte[] input, String result) {}

  private static final Duration EXPIRY = Duration.ofHours(24);

  private static final int MAX_LENGTH = 255;

  /** Maximal number of unexpired keys of an account. */
  private static final int MAX_KEYS = 1_000;

  private static final String[] FIELD = {"input", "idempotencyKey"};

  private static final String KNOWN =
      "select k.input, k.result from IdempotencyKeyEntity k where k.key = :key and k.createdAt > :since";

  private static final String REMEMBER =
      """
      with expired as (
        delete from viewer.idempotency_key
        where account_id = viewer.account_id() and created_at <= :since and key <> :key)
      insert into viewer.idempotency_key as k (key, input, result)
      select :key, :fingerprint, :result
      where (select count(*) from viewer.idempotency_key
        where account_id = viewer.account_id() and created_at > :since) < :most
      on conflict (account_id, key) do update set input = excluded.input, result = excluded.result, created_at = catalogue.now()
      """;

  private final Session session;
  private final Clock clock;

  IdempotencyKeys(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Runs a creation once per key; must be called in its transaction, which serializes the writes of
   * an account.
   *
   * @param key null when the call cannot be repeated
   * @param operation the mutation's name
   * @param input a record or map; its {@code idempotencyKey} and null values are ignored, so that
   *     fields can be added while keys are stored
   * @param creation returns a text that names the created object
   * @return the result of the first creation with the key
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
    Known known =
        session
            .createSelectionQuery(KNOWN, Known.class)
            .setParameter("key", key)
            .setParameter("since", since())
            .getSingleResultOrNull();
    if (known == null) {
      String result = creation.get();
      remember(key, fingerprint, result);
      return result;
    }
    if (!Arrays.equals(known.input(), fingerprint)) {
      throw new UserErrorException(
          UserErrorCode.CONFLICT, "The idempotencyKey was used with a different input", FIELD);
    }
    return known.result();
  }

  static byte[] fingerprint(String operation, Object input) {
    ObjectNode fields = CanonicalJson.object(input);
    fields.remove("idempotencyKey");
    return CanonicalJson.digest(List.of(operation, fields));
  }

  private void remember(String key, byte[] fingerprint, String result) {
    int remembered =
        session
            .createNativeMutationQuery(REMEMBER)
            .setParameter("key", key)
            .setParameter("fingerprint", fingerprint)
            .setParameter("result", result)
            .setParameter("since", since())
            .setParameter("most", MAX_KEYS)
            .executeUpdate();
    if (remembered == 0) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "At most " + MAX_KEYS + " idempotency keys can be used in 24 hours",
          FIELD);
    }
  }

  private Instant since() {
    return clock.instant().minus(EXPIRY);
  }
}
