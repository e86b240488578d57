import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An identity provider for measurements and tests: java Tokens.java PORT COUNT FILE writes the
 * tokens of COUNT users, one a line, and serves its keys until it is ended. GET
 * /token?USER&SECONDS&CLIENT answers a token of any user that expires in SECONDS, or did so before;
 * of the OAuth client if one is given.
 */
class Tokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String issuer;
  private final KeyPair keys;

  private Tokens(String issuer, KeyPair keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  public static void main(String... args) throws Exception {
    int port = Integer.parseInt(args[0]);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    Tokens provider = new Tokens("http://127.0.0.1:" + port, generator.generateKeyPair());
    provider.serve(port);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      tokens.add(provider.token("bench-" + i, 86_400, ""));
    }
    Files.write(Path.of(args[2]), tokens);
  }

  private String token(String subject, long seconds, String client)
      throws GeneralSecurityException {
    long now = System.currentTimeMillis() / 1000;
    String clientId = client.isEmpty() ? "" : ",\"client_id\":\"" + client + "\"";
    String signed =
        text("{\"alg\":\"RS256\",\"kid\":\"1\",\"typ\":\"JWT\"}")
            + "."
            + text(
                "{\"iss\":\"%s\",\"aud\":\"prepgraph\",\"sub\":\"%s\",\"iat\":%d,\"exp\":%d%s}"
                    .formatted(issuer, subject, Math.min(now, now + seconds), now + seconds, clientId));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private void serve(int port) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    String configuration =
        "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\",\"authorization_endpoint\":\"%1$s/auth\"}"
            .formatted(issuer);
    String jwks =
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", exchange -> respond(exchange, configuration));
    server.createContext("/keys", exchange -> respond(exchange, jwks));
    server.createContext(
        "/token",
        exchange -> {
          String[] query = exchange.getRequestURI().getQuery().split("&", -1);
          try {
            respond(exchange, '"' + token(query[0], Long.parseLong(query[1]), query.length > 2 ? query[2] : "") + '"');
          } catch (GeneralSecurityException e) {
            throw new IOException(e);
          }
        });
    server.start();
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String text(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
