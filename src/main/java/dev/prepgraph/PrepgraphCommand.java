package dev.prepgraph;

import dev.prepgraph.content.ImportCommand;
import dev.prepgraph.content.PublishCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** Without a command, serves until it is told to stop. */
@TopCommand
@Command(
    name = "prepgraph",
    mixinStandardHelpOptions = true,
    description = "The GraphQL backend for interview preparation. Without a command it serves.",
    subcommands = {ImportCommand.class, PublishCommand.class})
public class PrepgraphCommand implements Runnable {

  @Override
  public void run() {
    Quarkus.waitForExit();
  }
}
