package dev.prepgraph.app;

import picocli.CommandLine.Command;

/** {@code migrate}: every start migrates; this exits afterwards, for a step before a rollout. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Brings the database to this version's schema. Can be repeated.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage", "3:the database or something else failed"})
class MigrateCommand implements Runnable {

  @Override
  public void run() {
    System.out.println("The database has this version's schema");
  }
}
