package dev.prepgraph.site.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A bash that runs the commands of a page one after another, and keeps their variables. */
final class Shell implements AutoCloseable {

  private static final String END = "--- end of the example ---";

  private final Process bash;
  private final Writer in;
  private final BufferedReader out;

  Shell(Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash").redirectErrorStream(true);
    builder.environment().putAll(environment);
    bash = builder.start();
    in = bash.outputWriter(StandardCharsets.UTF_8);
    out = bash.inputReader(StandardCharsets.UTF_8);
    // A command that does not end fails the test.
    CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES).execute(this::close);
  }

  /** Runs commands; returns what they print, without white space at its ends. */
  String run(String commands) throws IOException {
    // Commands get no standard input: it is the script of the shell.
    in.write("{\n" + commands + "\n} </dev/null\necho; echo '" + END + "'\n");
    in.flush();
    StringBuilder printed = new StringBuilder();
    for (String line = out.readLine(); !END.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new AssertionError("The shell has ended: " + printed);
      }
      printed.append(line).append('\n');
    }
    return printed.toString().strip();
  }

  @Override
  public void close() {
    bash.descendants().forEach(ProcessHandle::destroyForcibly);
    bash.destroyForcibly();
  }
}
