package dev.prepgraph.paging;

import dev.prepgraph.common.error.RequestException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * Prints and reads the cursors of connections. A cursor holds the sort key of its edge and is
 * signed together with the scope it was given out in (the connection with its filter, and the user
 * where it is private), so that a forged or a foreign one is refused. The key lies in the database:
 * all replicas understand each other's cursors.
 */
@ApplicationScoped
public class Cursors {

  private static final int SIGNATURE_BYTES = 12;
  private static final int MAX_LENGTH = 1_000;

  private final DataSource dataSource;
  private volatile SecretKeySpec key;

  Cursors(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Prints the cursor of an edge. */
  public String print(String scope, String sortKey) {
    byte[] content = sortKey.getBytes(StandardCharsets.UTF_8);
    byte[] cursor = Arrays.copyOf(sign(scope, content), SIGNATURE_BYTES + content.length);
    System.arraycopy(content, 0, cursor, SIGNATURE_BYTES, content.length);
    return encode(cursor);
  }

  /**
   * Reads a cursor that a client sent.
   *
   * @return the sort key, or null for no cursor
   * @throws RequestException when it was not given out in this scope
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
   * Reads the cursors of a page that a client asks for.
   *
   * @return the same page with sort keys in their place
   * @throws RequestException when they were not given out in this scope
   */
  public PageRequest read(String scope, PageRequest page) {
    return new PageRequest(
        page.size(), page.backward(), read(scope, page.after()), read(scope, page.before()));
  }

  /** The refusal of a cursor that no edge of the list has. */
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
      // The last character carries unused bits: only one of its spellings is the cursor that was
      // given out.
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
    SecretKeySpec known = key;
    if (known == null) {
      // A transaction that acts for a user may not read it.
      known = QuarkusTransaction.suspendingExisting().call(this::loadKey);
      key = known;
    }
    return known;
  }

  private SecretKeySpec loadKey() {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select value from catalogue.secret where name = 'cursor'");
        var result = statement.executeQuery()) {
      result.next();
      return new SecretKeySpec(result.getBytes(1), "HmacSHA256");
    } catch (SQLException e) {
      throw new IllegalStateException("The key of the cursors cannot be read", e);
    }
  }
}
