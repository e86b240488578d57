package dev.prepgraph.app;

import dev.prepgraph.content.ImportCommand;
import dev.prepgraph.content.PublishCommand;
import dev.prepgraph.partner.admin.PartnerCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import picocli.CommandLine.Command;

/** Serves until it is stopped, unless a subcommand is given. */
@TopCommand
@Command(
    name = "prepgraph",
    mixinStandardHelpOptions = true,
    description = "The GraphQL backend for interview preparation. Without a command it serves.",
    subcommands = {
      MigrateCommand.class,
      ImportCommand.class,
      PublishCommand.class,
      PartnerCommand.class
    })
public class PrepgraphCommand implements Runnable {

  private static final Logger LOG = Logger.getLogger(PrepgraphCommand.class);

  @ConfigProperty(name = "quarkus.http.port")
  int port;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  Optional<String> provider;

  @Override
  public void run() {
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
      provider.ifPresent(
          url ->
              LOG.infof(
                  "Get a token: curl -s %s/token -d 'grant_type=password&username=alice&password=any"
                      + "&client_id=quarkus-app&client_secret=secret'",
                  url));
      LOG.infof("Try a query in GraphiQL: http://localhost:%d/q/graphql-ui/", port);
    }
    Quarkus.waitForExit();
  }
}
