package dev.prepgraph.paging;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.limits.SelectedNames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * Encodes sort keys as cursors, signed together with their scope (the connection with its filter,
 * and the account where it is private), so that forged and foreign ones are rejected. All replicas
 * share the signing key through the database.
 */
@ApplicationScoped
public class Cursors {

  /** The fields that show cursors. */
  private static final Set<String> FIELDS = Set.of("cursor", "startCursor", "endCursor");

  private static final int SIGNATURE_BYTES = 12;
  private static final int MAX_LENGTH = 2_000;

  private final DataSource dataSource;
  private volatile SecretKeySpec key;

  Cursors(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The cursor of an object; empty where the running field shows none, as signatures cost time. */
  public String print(String scope, String sortKey) {
    if (!SelectedNames.mayInclude(FIELDS)) {
      return "";
    }
    byte[] content = sortKey.getBytes(StandardCharsets.UTF_8);
    byte[] cursor = Arrays.copyOf(sign(scope, content), SIGNATURE_BYTES + content.length);
    System.arraycopy(content, 0, cursor, SIGNATURE_BYTES, content.length);
    return encode(cursor);
  }

  /**
   * @return the sort key, or null for no cursor
   * @throws RequestException when the cursor is not of this scope
   */
  public String read(String scope, String cursor) {
    if (cursor == null) {
      return null;
    }
    byte[] bytes = decode(cursor);
    byte[] content = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
    byte[] signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
    if (!MessageDigest.isEqual(signature, sign(scope, content))) {
      throw refused();
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * @return the same page with sort keys in place of cursors
   * @throws RequestException when a cursor is not of this scope
   */
  public PageRequest read(String scope, PageRequest page) {
    return new PageRequest(
        page.size(), page.backward(), read(scope, page.after()), read(scope, page.before()));
  }

  public static RequestException refused() {
    return RequestException.badRequest(
        "The cursor does not belong to this list as it is now; start again without it");
  }

  private static String encode(byte[] cursor) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  private static byte[] decode(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw refused();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      // Unused bits of the last character must be zero.
      if (bytes.length < SIGNATURE_BYTES || !encode(bytes).equals(cursor)) {
        throw refused();
      }
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  private byte[] sign(String scope, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      mac.update(scope.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    if (key == null) { // racing threads load the same
      // The role of users may not read it.
      key = QuarkusTransaction.suspendingExisting().call(this::loadKey);
    }
    return key;
  }

  private SecretKeySpec loadKey() {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select value from catalogue.secret where name = 'cursor'");
        var result = statement.executeQuery()) {
      result.next();
      return new SecretKeySpec(result.getBytes("value"), "HmacSHA256");
    } catch (SQLException e) {
      throw new IllegalStateException("The key of the cursors cannot be read", e);
    }
  }
}
