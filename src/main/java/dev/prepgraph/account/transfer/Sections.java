package dev.prepgraph.account.transfer;

import dev.prepgraph.common.JsonSchema;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The format of exports: their schema, and the sections in its order. */
@ApplicationScoped
class Sections {

  static final String FORMAT = "prepgraph-account";
  static final int VERSION = 1;

  private final JsonSchema schema =
      new JsonSchema("/META-INF/resources/account/export.schema.json");
  private final List<Section<?>> ordered;

  Sections(@All List<Section<?>> sections) {
    List<String> keys = schema.properties();
    this.ordered =
        sections.stream().sorted(Comparator.comparing(s -> keys.indexOf(s.name()))).toList();
  }

  JsonSchema schema() {
    return schema;
  }

  /** The maximum length of each list, by name. */
  Map<String, Integer> maxLengths() {
    return ordered.stream().collect(Collectors.toMap(Section::name, Section::maxLength));
  }

  /** Sections that refer to others come after them. */
  List<Section<?>> ordered() {
    return ordered;
  }
}
