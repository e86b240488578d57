package dev.prepgraph.http.metric;

import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.http.SchemaRoute;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maps unknown methods and paths to one tag value each, because clients can invent endless ones.
 */
@Singleton
class HttpMetricTags implements MeterFilter {

  private static final String OTHER = "OTHER";

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "method",
          Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"),
          "uri",
          Set.of(
              GraphQLRoute.PATH,
              SchemaRoute.PATH,
              "/account/export",
              "/account/export.schema.json",
              "/account/import",
              "/calendar/{secret}.ics",
              "/embed/guides/{slug}",
              "/guides/{slug}.jsonld",
              "/oembed",
              "/partners/{partner}/sitemap.xml",
              "/partners/{partner}/sitemap-{part}.xml",
              // Quarkus's own values
              "/cors-preflight",
              "root",
              "NOT_FOUND",
              "REDIRECTION",
              "UNKNOWN"));

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith("http.server.")) {
      return id;
    }
    List<Tag> tags = id.getTags().stream().map(HttpMetricTags::bounded).toList();
    return id.replaceTags(tags);
  }

  private static Tag bounded(Tag tag) {
    Set<String> known = KNOWN.get(tag.getKey());
    return known == null || known.contains(tag.getValue()) ? tag : Tag.of(tag.getKey(), OTHER);
  }
}
