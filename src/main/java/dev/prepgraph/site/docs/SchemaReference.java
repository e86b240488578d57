package dev.prepgraph.site.docs;

import dev.prepgraph.execution.typesystem.PublicSchema;
import dev.prepgraph.site.docs.DocsPage.Section;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders all types of the schema, by kind and name, with links between them. */
final class SchemaReference {

  private static final List<String> KINDS =
      List.of("Operations", "Objects", "Interfaces", "Unions", "Inputs", "Enums", "Scalars");

  private final GraphQLSchema schema;
  private final StringBuilder html = new StringBuilder();

  private SchemaReference(GraphQLSchema schema) {
    this.schema = schema;
  }

  static DocsPage appendedTo(DocsPage page, GraphQLSchema schema) {
    SchemaReference reference = new SchemaReference(schema);
    List<Section> sections = new ArrayList<>(page.sections());
    sections.addAll(reference.render());
    return new DocsPage(
        page.name(), page.title(), page.summary(), sections, page.html() + reference.html);
  }

  private List<Section> render() {
    Map<String, List<GraphQLNamedType>> byKind =
        schema.getAllTypesAsList().stream()
            .filter(type -> !Introspection.isIntrospectionTypes(type))
            .filter(type -> !PublicSchema.isHidden(type.getName()))
            .sorted(Comparator.comparing(GraphQLNamedType::getName))
            .collect(Collectors.groupingBy(this::kind));
    List<Section> sections = new ArrayList<>();
    for (String kind : KINDS) {
      List<GraphQLNamedType> types = byKind.getOrDefault(kind, List.of());
      if (!types.isEmpty()) {
        sections.add(new Section(kind.toLowerCase(Locale.ROOT), kind));
        kind(kind, types);
      }
    }
    return sections;
  }

  private String kind(GraphQLNamedType type) {
    if (type == schema.getQueryType()
        || type == schema.getMutationType()
        || type == schema.getSubscriptionType()) {
      return "Operations";
    }
    if (type instanceof GraphQLObjectType) {
      return "Objects";
    }
    if (type instanceof GraphQLInterfaceType) {
      return "Interfaces";
    }
    if (type instanceof GraphQLUnionType) {
      return "Unions";
    }
    if (type instanceof GraphQLInputObjectType) {
      return "Inputs";
    }
    return type instanceof GraphQLEnumType ? "Enums" : "Scalars";
  }

  private void kind(String kind, List<GraphQLNamedType> types) {
    html.append("<h2 id=\"%s\">%s</h2>\n".formatted(kind.toLowerCase(Locale.ROOT), kind));
    html.append(
        types.stream()
            .map(type -> "<li>" + link(type) + "</li>")
            .collect(Collectors.joining("\n", "<ul class=\"types\">\n", "\n</ul>\n")));
    types.forEach(this::type);
  }

  private void type(GraphQLNamedType type) {
    html.append("<h3 id=\"%1$s\">%1$s</h3>\n".formatted(type.getName()));
    html.append(description(type.getDescription()));
    if (type instanceof GraphQLImplementingType implementing
        && !implementing.getInterfaces().isEmpty()) {
      line("Implements", implementing.getInterfaces());
    }
    if (type instanceof GraphQLInterfaceType named) {
      line("Implemented by", schema.getImplementations(named));
    }
    if (type instanceof GraphQLUnionType union) {
      line("One of", union.getTypes());
    }
    if (!(type instanceof GraphQLUnionType || type instanceof GraphQLScalarType)) {
      html.append("<dl>\n");
      members(type);
      html.append("</dl>\n");
    }
  }

  private void members(GraphQLNamedType type) {
    if (type instanceof GraphQLFieldsContainer fields) {
      fields.getFieldDefinitions().stream()
          .filter(field -> !PublicSchema.isHidden(field.getName()))
          .sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
          .forEach(field -> field(type, field));
    } else if (type instanceof GraphQLInputObjectType input) {
      input.getFieldDefinitions().stream()
          .sorted(Comparator.comparing(GraphQLInputObjectField::getName))
          .forEach(field -> inputField(type, field));
    } else if (type instanceof GraphQLEnumType values) {
      values.getValues().forEach(value -> value(type, value));
    }
  }

  private void line(String label, List<? extends GraphQLType> types) {
    html.append(
        types.stream()
            .map(SchemaReference::link)
            .sorted()
            .collect(Collectors.joining(", ", "<p>" + label + " ", "</p>\n")));
  }

  private void field(GraphQLNamedType owner, GraphQLFieldDefinition field) {
    term(owner, field.getName(), ": " + link(field.getType()));
    html.append("<dd>").append(description(field.getDescription()));
    if (!field.getArguments().isEmpty()) {
      html.append("<ul>\n");
      field.getArguments().forEach(this::argument);
      html.append("</ul>\n");
    }
    html.append("</dd>\n");
  }

  private void argument(GraphQLArgument argument) {
    html.append("<li><code>%s: %s</code>\n".formatted(argument.getName(), link(argument.getType())))
        .append(description(argument.getDescription()));
    html.append("</li>\n");
  }

  private void inputField(GraphQLNamedType owner, GraphQLInputObjectField field) {
    term(owner, field.getName(), ": " + link(field.getType()));
    html.append("<dd>").append(description(field.getDescription()));
    html.append("</dd>\n");
  }

  private void value(GraphQLNamedType owner, GraphQLEnumValueDefinition value) {
    term(owner, value.getName(), "");
    html.append("<dd>").append(description(value.getDescription()));
    html.append("</dd>\n");
  }

  private void term(GraphQLNamedType owner, String name, String type) {
    html.append(
        "<dt id=\"%s.%s\"><code><b>%2$s</b>%s</code></dt>\n"
            .formatted(owner.getName(), name, type));
  }

  private static String description(String markdown) {
    return markdown == null ? "" : MarkdownPage.fragment(markdown);
  }

  private static String link(GraphQLType type) {
    if (type instanceof GraphQLNonNull required) {
      return link(required.getWrappedType()) + "!";
    }
    if (type instanceof GraphQLList list) {
      return "[" + link(list.getWrappedType()) + "]";
    }
    return "<a href=\"#%1$s\">%1$s</a>".formatted(((GraphQLNamedType) type).getName());
  }
}
