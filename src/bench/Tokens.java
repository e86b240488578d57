import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An identity provider for the benchmark: java Tokens.java PORT COUNT FILE writes the tokens of
 * COUNT users, one a line, and serves its keys until it is ended.
 */
class Tokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  public static void main(String... args) throws Exception {
    int port = Integer.parseInt(args[0]);
    String issuer = "http://127.0.0.1:" + port;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    serve(
        port,
        "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\",\"authorization_endpoint\":\"%1$s/auth\"}"
            .formatted(issuer),
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent())));
    List<String> tokens = new ArrayList<>();
    long now = System.currentTimeMillis() / 1000;
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      String signed =
          text("{\"alg\":\"RS256\",\"kid\":\"1\",\"typ\":\"JWT\"}")
              + "."
              + text(
                  "{\"iss\":\"%s\",\"aud\":\"prepgraph\",\"sub\":\"bench-%d\",\"iat\":%d,\"exp\":%d}"
                      .formatted(issuer, i, now, now + 86_400));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      tokens.add(signed + "." + BASE64.encodeToString(signature.sign()));
    }
    Files.write(Path.of(args[2]), tokens);
  }

  private static void serve(int port, String configuration, String keys) throws Exception {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] answer =
              (path.equals("/keys") ? keys : configuration).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
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
