package dev.prepgraph.app;

import picocli.CommandLine.Command;

/**
 * {@code migrate}: migrates and exits, as a step before a rollout; every start migrates as well.
 */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Migrates the database to this version's schema. Can be repeated.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:invalid arguments", "3:failure of the database or the service"})
class MigrateCommand implements Runnable {

  @Override
  public void run() {
    System.out.println("The database has the schema of this version");
  }
}
