package dev.prepgraph;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of one test, which can crash and restart. */
final class TestDatabase implements AutoCloseable {

  private final Path folder = Files.createTempDirectory("prepgraph-database");
  private EmbeddedPostgres server;

  TestDatabase() throws IOException, SQLException {
    server = builder().start();
    PackagedService.createLogin(server);
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
  }

  /** The settings of a service that connects to it. */
  Map<String, String> settings() {
    return PackagedService.database(server.getPort());
  }

  /** A connection to the service's database as the administrator. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "prepgraph"));
  }

  /** Runs a statement as the administrator. */
  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Kills it as a crash would. */
  void crash() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    signal("QUIT", Stream.of(postmaster));
    postmaster.onExit().join();
  }

  /** Restarts it on the same port and folder. */
  void restart() throws IOException {
    server.close(); // unlocks the folder
    server = builder().setPort(server.getPort()).start();
  }

  /** Suspends all its processes. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP", processes());
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT", processes());
  }

  private Stream<ProcessHandle> processes() throws IOException {
    ProcessHandle postmaster = postmaster();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
  }

  private ProcessHandle postmaster() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow();
    }
  }

  private static void signal(String signal, Stream<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes.toList()) {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
