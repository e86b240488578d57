package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A streaming standby of another server, which serves reads. */
final class Standby implements AutoCloseable {

  /** Files that a copy of a running server's folder omits. */
  private static final List<String> OWN = List.of("postmaster.pid", "postmaster.opts", "pg_wal");

  private final EmbeddedPostgres server;

  private Standby(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Makes one, by PostgreSQL's low-level backup: pg_basebackup is not among the embedded programs.
   *
   * @param folder is to hold its data
   */
  static Standby of(EmbeddedPostgres primary, Path folder) throws SQLException, IOException {
    Path copy = folder.resolve("standby");
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      Path data;
      try (var row = statement.executeQuery("show data_directory")) {
        row.next();
        data = Path.of(row.getString(1));
      }
      statement.execute("select pg_backup_start('standby', true)");
      copy(data, copy);
      try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        row.next();
        Files.writeString(copy.resolve("backup_label"), row.getString(1));
      }
    }
    Files.createDirectories(copy.resolve("pg_wal").resolve("archive_status"));
    Files.createFile(copy.resolve("standby.signal"));
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(primary.getPort()));
    return new Standby(
        EmbeddedPostgres.builder().setDataDirectory(copy).setCleanDataDirectory(false).start());
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path name = from.relativize(file);
        if (!OWN.contains(name.getName(0).toString())) {
          Files.copy(file, to.resolve(name.toString()));
        }
      }
    }
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  /** Where a service finds it. */
  String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/prepgraph";
  }

  /** How many of the service's connections here have read the catalogue last. */
  int readers() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where usename = 'prepgraph' and query ~ 'catalogue.(guide|question|search)'")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** From now on it hears of nothing new. */
  void pause() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("select pg_wal_replay_pause()");
      await().until(() -> isPaused(connection));
    }
  }

  private static boolean isPaused(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_get_wal_replay_pause_state()")) {
      row.next();
      return row.getString(1).equals("paused");
    }
  }

  void resume() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("select pg_wal_replay_resume()");
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
