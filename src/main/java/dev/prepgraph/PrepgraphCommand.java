package dev.prepgraph;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** Without arguments, serves until it is told to stop. */
@TopCommand
@Command(
    name = "prepgraph",
    mixinStandardHelpOptions = true,
    description = "The GraphQL backend for interview preparation. Without a command it serves.")
public class PrepgraphCommand implements Runnable {

  @Override
  public void run() {
    Quarkus.waitForExit();
  }
}
