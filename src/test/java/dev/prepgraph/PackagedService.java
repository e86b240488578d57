package dev.prepgraph;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, as operators run it. */
public final class PackagedService implements AutoCloseable {

  /** The folder of jars, or the native executable where the build made one. */
  static final Path APP =
      Path.of(
          System.getProperty("prepgraph.runner", "").isEmpty()
              ? "target/quarkus-app"
              : System.getProperty("prepgraph.runner"));

  private static final Pattern LISTENING =
      Pattern.compile(
          "Listening on: http://\\S+?:(\\d+)\\. Management interface listening on http://\\S+?:(\\d+)");
  private static final String LOGIN = "prepgraph";

  /** A process that has ended. */
  record Ended(int code, String out, String err) {}

  private final Process process;
  private final int port;
  private final int managementPort;

  private PackagedService(Process process, Matcher listening) {
    this.process = process;
    this.port = Integer.parseInt(listening.group(1));
    this.managementPort = Integer.parseInt(listening.group(2));
  }

  /** Makes the login that the service is to have: it owns its database, but is no superuser. */
  public static void createLogin(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + LOGIN + " login createrole password 'secret'");
      statement.execute("create database " + LOGIN + " owner " + LOGIN);
    }
  }

  /** The settings that reach the database on this port. */
  public static Map<String, String> database(int port) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://localhost:" + port + "/" + LOGIN,
        "QUARKUS_DATASOURCE_USERNAME",
        LOGIN,
        "QUARKUS_DATASOURCE_PASSWORD",
        "secret");
  }

  /** Starts it and waits until it listens. */
  public static PackagedService start(Map<String, String> environment) throws IOException {
    Process process = process(environment).redirectErrorStream(true).start();
    return new PackagedService(process, listening(process));
  }

  /** Runs it until it ends by itself. */
  static Ended run(Map<String, String> environment, String... args) throws Exception {
    Process process = process(environment, args).start();
    CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES).execute(process::destroyForcibly);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out.strip(), err.strip());
  }

  private static ProcessBuilder process(Map<String, String> environment, String... args) {
    List<String> command = new ArrayList<>();
    if (Files.isDirectory(APP)) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of("@docker/jvm.options", "-jar", APP.resolve("quarkus-run.jar").toString()));
    } else {
      command.add(APP.toString());
    }
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    Map<String, String> settings = new HashMap<>(environment);
    settings.putIfAbsent("QUARKUS_HTTP_PORT", "0");
    // Long timeouts for busy machines.
    settings.putIfAbsent("PREPGRAPH_LIMITS_TIME", "1M");
    // Every request of a test comes from one address.
    settings.putIfAbsent("PREPGRAPH_BUDGET_ANONYMOUS_POINTS", "2000000000");
    settings.putIfAbsent("PREPGRAPH_BUDGET_USER_POINTS", "2000000000");
    settings.putIfAbsent("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "30S");
    settings.putIfAbsent("QUARKUS_MANAGEMENT_PORT", "0");
    if (!settings.containsKey("QUARKUS_OIDC_AUTH_SERVER_URL")) {
      settings.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    }
    builder.environment().putAll(settings);
    return builder;
  }

  private static Matcher listening(Process service) throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder read = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      read.append(line).append('\n');
      var listening = LISTENING.matcher(line);
      if (listening.find()) {
        drain(log);
        return listening;
      }
    }
    throw new AssertionError("The service ended before it listened:\n" + read);
  }

  /** Drains the log, because a full pipe would block the service. */
  private static void drain(BufferedReader log) {
    Thread reader =
        new Thread(
            () -> {
              try {
                log.transferTo(java.io.Writer.nullWriter());
              } catch (IOException e) {
                // The end of the process closes the stream; Awaitility fails any test on an
                // uncaught
                // exception.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** Where it serves; health and metrics have a port of their own. */
  public String url(String path) {
    return "http://localhost:" + (path.startsWith("/q/") ? managementPort : port) + path;
  }

  /** The operating system's view of it. */
  public Process process() {
    return process;
  }

  /** Kills it as a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as an operator would. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The service does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
