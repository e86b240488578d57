package dev.prepgraph.app;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The main class. */
@QuarkusMain
public class Prepgraph implements QuarkusApplication {

  private static final int FAILED = 3;

  private final PrepgraphCommand command;
  private final CommandLine.IFactory factory;

  Prepgraph(@TopCommand PrepgraphCommand command, CommandLine.IFactory factory) {
    this.command = command;
    this.factory = factory;
  }

  /** A command opens no port and prints only its own output and errors. */
  public static void main(String... args) {
    if (args.length == 1 && args[0].equals(HealthProbe.NAME)) {
      System.exit(HealthProbe.run());
    }
    if (args.length > 0) {
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.management.host-enabled", "false");
      System.setProperty("quarkus.oidc.tenant-enabled", "false");
      System.setProperty("quarkus.banner.enabled", "false");
      System.setProperty("quarkus.log.level", "WARN");
      System.setProperty("quarkus.log.console.stderr", "true");
      System.setProperty("quarkus.log.console.json.enabled", "false");
      System.setProperty("prepgraph.content.import-at-start", "false");
      // Statements of an import or a migration may exceed the timeout of requests.
      System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0");
    }
    Quarkus.run(Prepgraph.class, Prepgraph::exit, args);
  }

  private static void exit(int code, Throwable failure) {
    if (failure != null) {
      String explanation = StartupFailure.explain(failure);
      if (explanation == null) {
        failure.printStackTrace();
      } else {
        System.err.println(explanation);
      }
    }
    // Ends the process, except in dev mode, which stops the service at every reload.
    ApplicationLifecycleManager.getDefaultExitCodeHandler()
        .accept(failure == null ? code : FAILED, failure);
  }

  @Override
  public int run(String... args) {
    return new CommandLine(command, factory)
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              commandLine.getErr().println(e.getMessage());
              return FAILED;
            })
        .execute(args);
  }
}
