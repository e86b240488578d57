package dev.prepgraph.site.docs;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.lazy.Lazy;
import dev.prepgraph.common.negotiation.StaticFile;
import dev.prepgraph.execution.GraphQLConfig;
import graphql.schema.GraphQLSchema;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages, rendered at the first request for one of them. */
@Singleton
class DocsPages {

  private static final String FOLDER = "/site/docs/";
  private static final String STYLE = "docs.css";

  private static final String HIDDEN_SCHEMA = "# Schema\n\nThis service does not show its schema.";

  /** In the order of the navigation. */
  private static final List<String> GUIDES =
      List.of("try", "log-in", "answers-and-plans", "integrate", "partners");

  private final GraphQLSchema schema;
  private final boolean showsSchema;
  private final Lazy<Map<String, StaticFile>> texts = new Lazy<>(this::render);

  DocsPages(GraphQLSchema schema, GraphQLConfig config) {
    this.schema = schema;
    this.showsSchema = config.introspection();
  }

  /** A page or the style by the last part of its path, or null. */
  StaticFile find(String name) {
    return texts.get().get(name);
  }

  private Map<String, StaticFile> render() {
    List<DocsPage> pages = new ArrayList<>();
    pages.add(page("", "index.md"));
    GUIDES.forEach(name -> pages.add(page(name, name + ".md")));
    pages.add(
        showsSchema
            ? SchemaReference.appendedTo(page("schema", "schema.md"), schema)
            : MarkdownPage.of("schema", HIDDEN_SCHEMA));
    pages.add(page("changes", "CHANGELOG.md"));
    Map<String, StaticFile> rendered = new HashMap<>();
    pages.forEach(
        page -> rendered.put(page.name(), file("text/html", PageFrame.html(page, pages))));
    rendered.put(STYLE, file("text/css", Resources.text(FOLDER + STYLE)));
    return rendered;
  }

  private static StaticFile file(String mediaType, String text) {
    return StaticFile.of(mediaType + "; charset=utf-8", Buffer.buffer(text));
  }

  private static DocsPage page(String name, String file) {
    return MarkdownPage.of(name, Resources.text(FOLDER + file));
  }
}
