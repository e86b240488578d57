package dev.prepgraph.app;

import picocli.CommandLine.Command;

/**
 * {@code migrate}: ends as soon as the database has this version's schema, which every start sees
 * to; for a step before the rollout of many replicas.
 */
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
