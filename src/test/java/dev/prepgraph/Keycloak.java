package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak, which the build unpacked, with the realm of {@code
 * keycloak/prepgraph-realm.json}.
 */
public final class Keycloak implements AutoCloseable {

  private static final Path HOME = Path.of("target", "keycloak").toAbsolutePath();
  private static final String ADMIN = "admin";

  private final Process process;
  private final String server;

  private Keycloak(Process process, String server) {
    this.process = process;
    this.server = server;
  }

  /** Starts one after the other, as the first start of a folder completes it. */
  public static synchronized Keycloak start() throws IOException {
    Path home;
    try (var unpacked = Files.list(HOME)) {
      home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    Path realms = Files.createDirectories(home.resolve("data/import"));
    Files.copy(
        Path.of("src/test/resources/keycloak/prepgraph-realm.json"),
        realms.resolve("prepgraph-realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
    int port = freePort();
    Path log = Path.of("target", "keycloak-" + port + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    Keycloak started = new Keycloak(builder.start(), "http://localhost:" + port);
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .ignoreExceptions()
          .failFast("Keycloak ended: see " + log, () -> !started.process.isAlive())
          .until(() -> given().get(started.issuer()).statusCode() == 200);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String issuer() {
    return server + "/realms/prepgraph";
  }

  /** The settings of a service that trusts it. */
  public Map<String, String> settings() {
    return Map.of(
        "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
        "QUARKUS_OIDC_TOKEN_ISSUER", issuer(),
        "QUARKUS_OIDC_TOKEN_AUDIENCE", "prepgraph");
  }

  /** The tokens of a user whose password is their name. */
  JsonPath tokens(String client, String user) {
    return tokens(issuer(), client, user);
  }

  /** The access token of a client for itself. */
  String serviceToken(String client, String secret) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", client)
        .formParam("client_secret", secret)
        .post(issuer() + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static JsonPath tokens(String issuer, String client, String user) {
    return given()
        .formParam("grant_type", "password")
        .formParam("scope", "openid")
        .formParam("client_id", client)
        .formParam("username", user)
        .formParam("password", user)
        .post(issuer + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Adds a user whose password is their name. */
  public void addUser(String name) {
    administer(
        "users",
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "email",
            name + "@example.org",
            "emailVerified",
            true,
            "firstName",
            "A",
            "lastName",
            "Candidate",
            "credentials",
            List.of(Map.of("type", "password", "value", name, "temporary", false))));
  }

  /** Signs with a new key from now on. */
  void rotateKey() {
    administer(
        "components",
        Map.of(
            "name", "rotated",
            "providerId", "rsa-generated",
            "providerType", "org.keycloak.keys.KeyProvider",
            "config",
                Map.of(
                    "priority", List.of("1000"),
                    "enabled", List.of("true"),
                    "active", List.of("true"))));
  }

  private void administer(String resource, Map<String, ?> created) {
    String token = tokens(server + "/realms/master", "admin-cli", ADMIN).getString("access_token");
    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(created)
        .post(server + "/admin/realms/prepgraph/" + resource)
        .then()
        .statusCode(201);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
