package dev.prepgraph.app;

import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.http.GraphiQL;
import dev.prepgraph.http.SchemaRoute;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The start page with links. */
@Path("/")
@NonBlocking
public class WelcomeResource {

  private static final String DESCRIPTION = "The GraphQL backend for interview preparation";

  /** The first query of the README, in an address that any browser can open. */
  private static final String FIRST_QUERY =
      "/graphql?query=%7BroleGuide(slug:%22backend-developer-intern%22)%7Btitle%20seniority%20questions(first:2)"
          + "%7BtotalCount%20edges%7Bnode%7Bprompt%20difficulty%7D%7D%7D%7D%7D";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Prepgraph</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/welcome.css">
      </head>
      <body>
        <main>
          <h1>Prepgraph</h1>
          <p>%s. Clients send queries to <code>/graphql</code>.</p>
          <ul>
      %s
          </ul>
        </main>
      </body>
      </html>
      """;

  /** The response to clients that prefer JSON. */
  public record Welcome(String name, String description, List<Link> links) {}

  public record Link(String title, String path) {

    private String html() {
      return "      <li><a href=\"%s\">%s</a></li>".formatted(path, title);
    }
  }

  private final List<Link> links;

  WelcomeResource(
      GraphiQL graphiql,
      GraphQLConfig config,
      @ConfigProperty(name = "quarkus.management.enabled", defaultValue = "false")
          boolean managementPort) {
    links = links(graphiql.isIncluded(), config.introspection(), !managementPort);
  }

  static List<Link> links(boolean graphiql, boolean schema, boolean health) {
    List<Link> links = new ArrayList<>();
    if (graphiql) {
      links.add(new Link("GraphiQL: write and run queries, browse the schema", GraphiQL.PATH));
    }
    links.add(new Link("The response to a first query", FIRST_QUERY));
    if (schema) {
      links.add(new Link("The schema, with descriptions", SchemaRoute.PATH));
    }
    if (health) {
      links.add(new Link("Health", "/q/health"));
    }
    return links;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @ResponseHeader(name = "Cache-Control", value = "no-cache")
  @ResponseHeader(name = "Vary", value = "Accept")
  @ResponseHeader(
      name = "Content-Security-Policy",
      value =
          "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  public String html() {
    return PAGE.formatted(
        DESCRIPTION, links.stream().map(Link::html).collect(Collectors.joining("\n")));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "Cache-Control", value = "no-cache")
  @ResponseHeader(name = "Vary", value = "Accept")
  public Welcome json() {
    return new Welcome("Prepgraph", DESCRIPTION, links);
  }
}
