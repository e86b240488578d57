package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.execution.typesystem.PublicSchema;
import graphql.introspection.Introspection;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of nullability, of mutations and of siblings that hold for the whole schema. */
@QuarkusTest
class SchemaRulesTest {

  /** Null for an id or a reference without an object, as Relay and Apollo Federation define it. */
  private static final Set<String> LISTS_WITH_NULL = Set.of("Query.nodes", "Query._entities");

  /** Fields that accept every value of their arguments' types. */
  private static final Set<String> TOTAL_FIELDS = Set.of("PrepPlan.days", "Query._entities");

  /** They rotate or revoke the only feed of the user: there is nothing to say about it. */
  private static final Set<String> WITHOUT_INPUT =
      Set.of("rotateCalendarFeed", "revokeCalendarFeed");

  /** Nodes are addressable; the viewer is addressed by the token, and overlays hide from node. */
  private static final Set<String> WITHOUT_NODE = Set.of("Viewer", "PartnerOverlay");

  @Inject GraphQLSchema schema;

  private Stream<GraphQLFieldsContainer> outputs() {
    return schema.getAllTypesAsList().stream()
        .filter(type -> !Introspection.isIntrospectionTypes(type))
        .filter(GraphQLFieldsContainer.class::isInstance)
        .map(GraphQLFieldsContainer.class::cast);
  }

  private static boolean holdsNull(GraphQLType type) {
    GraphQLType inner = GraphQLTypeUtil.unwrapNonNull(type);
    if (!GraphQLTypeUtil.isList(inner)) {
      return false;
    }
    GraphQLType element = GraphQLTypeUtil.unwrapOne(inner);
    return GraphQLTypeUtil.isNullable(element) || holdsNull(element);
  }

  /** The execution of plain selections obeys no others. */
  @Test
  void selectionsHaveNoDirectivesButConditions() {
    Set<DirectiveLocation> selections =
        EnumSet.of(
            DirectiveLocation.FIELD,
            DirectiveLocation.FRAGMENT_DEFINITION,
            DirectiveLocation.FRAGMENT_SPREAD,
            DirectiveLocation.INLINE_FRAGMENT);
    assertThat(schema.getDirectives())
        .filteredOn(directive -> !Collections.disjoint(directive.validLocations(), selections))
        .extracting(GraphQLDirective::getName)
        .filteredOn(name -> !PublicSchema.isHidden(name))
        .containsExactlyInAnyOrder("include", "skip");
  }

  @Test
  void listsHoldNoNull() {
    List<String> found = new ArrayList<>();
    outputs()
        .forEach(
            type ->
                type.getFieldDefinitions()
                    .forEach(
                        field -> {
                          String name = type.getName() + "." + field.getName();
                          if (holdsNull(field.getType()) && !LISTS_WITH_NULL.contains(name)) {
                            found.add(name);
                          }
                          for (GraphQLArgument argument : field.getArguments()) {
                            if (holdsNull(argument.getType())) {
                              found.add(name + "(" + argument.getName() + ")");
                            }
                          }
                        }));
    schema.getAllTypesAsList().stream()
        .filter(GraphQLInputObjectType.class::isInstance)
        .map(GraphQLInputObjectType.class::cast)
        .forEach(
            input ->
                input.getFieldDefinitions().stream()
                    .filter(field -> holdsNull(field.getType()))
                    .forEach(field -> found.add(input.getName() + "." + field.getName())));
    assertThat(found).isEmpty();
  }

  /** An argument that is rejected empties its own field, and not the page. */
  @Test
  void fieldsWithArgumentsAreNullable() {
    List<String> found = new ArrayList<>();
    outputs()
        .filter(type -> type != schema.getMutationType())
        .forEach(
            type ->
                type.getFieldDefinitions().stream()
                    .filter(field -> !field.getArguments().isEmpty())
                    .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                    .map(field -> type.getName() + "." + field.getName())
                    .forEach(found::add));
    assertThat(found).containsExactlyInAnyOrderElementsOf(TOTAL_FIELDS);
  }

  @Test
  void mutationsTakeOneInput() {
    for (GraphQLFieldDefinition mutation : schema.getMutationType().getFieldDefinitions()) {
      if (WITHOUT_INPUT.contains(mutation.getName())) {
        assertThat(mutation.getArguments()).isEmpty();
        continue;
      }
      assertThat(mutation.getArguments()).as(mutation.getName()).hasSize(1);
      GraphQLArgument input = mutation.getArguments().get(0);
      String type = GraphQLTypeUtil.simplePrint(input.getType());
      assertThat(input.getName()).as(mutation.getName()).isEqualTo("input");
      assertThat(type).isEqualToIgnoringCase(mutation.getName() + "Input!");
    }
  }

  @Test
  void deletionsReturnTheId() {
    for (GraphQLFieldDefinition mutation : schema.getMutationType().getFieldDefinitions()) {
      if (mutation.getName().startsWith("delete") || mutation.getName().startsWith("undo")) {
        GraphQLObjectType payload =
            (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(mutation.getType());
        GraphQLFieldDefinition id = payload.getFieldDefinition("deletedId");
        assertThat(id).as(mutation.getName()).isNotNull();
        assertThat(GraphQLTypeUtil.simplePrint(id.getType())).isEqualTo("ID");
      }
    }
  }

  @Test
  void objectsWithAnIdAreNodes() {
    List<String> found = new ArrayList<>();
    for (GraphQLType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object
          && object.getFieldDefinition("id") != null
          && object.getInterfaces().stream()
              .map(GraphQLNamedOutputType::getName)
              .noneMatch("Node"::equals)) {
        found.add(object.getName());
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(WITHOUT_NODE);
  }

  @Test
  void richTextsHaveTheirMarkdownBesideThem() {
    List<String> found = new ArrayList<>();
    outputs()
        .forEach(
            type ->
                type.getFieldDefinitions().stream()
                    .filter(field -> isRichText(field) || field.getName().endsWith("Rich"))
                    .filter(field -> !isRichText(field) || !isMarkdownBeside(type, field))
                    .map(field -> type.getName() + "." + field.getName())
                    .forEach(found::add));
    assertThat(found).isEmpty();
  }

  private static boolean isRichText(GraphQLFieldDefinition field) {
    return ((GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType()))
        .getName()
        .equals("RichText");
  }

  /** Whether xRich has a sibling x that is a string, null for the same objects. */
  private static boolean isMarkdownBeside(
      GraphQLFieldsContainer type, GraphQLFieldDefinition rich) {
    if (!rich.getName().endsWith("Rich")) {
      return false;
    }
    GraphQLFieldDefinition plain =
        type.getFieldDefinition(rich.getName().substring(0, rich.getName().length() - 4));
    return plain != null
        && GraphQLTypeUtil.simplePrint(plain.getType())
            .equals(GraphQLTypeUtil.simplePrint(rich.getType()).replace("RichText", "String"));
  }

  @Test
  void connectionsHaveNodesBesideEdges() {
    List<String> connections = new ArrayList<>();
    outputs()
        .filter(type -> type.getFieldDefinition("pageInfo") != null)
        .forEach(
            type -> {
              connections.add(type.getName());
              assertThat(type.getName()).endsWith("Connection");
              GraphQLFieldDefinition edges = type.getFieldDefinition("edges");
              GraphQLFieldDefinition nodes = type.getFieldDefinition("nodes");
              assertThat(edges).as(type.getName()).isNotNull();
              assertThat(nodes).as(type.getName()).isNotNull();
              GraphQLObjectType edge =
                  (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(edges.getType());
              assertThat(GraphQLTypeUtil.simplePrint(nodes.getType()))
                  .as(type.getName())
                  .isEqualTo(
                      "["
                          + GraphQLTypeUtil.simplePrint(edge.getFieldDefinition("node").getType())
                          + "]!");
            });
    assertThat(connections)
        .contains("QuestionConnection", "SavedAnswerConnection")
        .containsAll(
            outputs()
                .map(GraphQLFieldsContainer::getName)
                .filter(name -> name.endsWith("Connection"))
                .toList());
  }

  /** Private fields below it could create an erased account again: its events name no account. */
  @Test
  void publicationsHavePublicFieldsOnly() {
    assertThat(schema.getObjectType("CataloguePublication").getFieldDefinitions())
        .extracting(GraphQLFieldDefinition::getName)
        .containsExactlyInAnyOrder("revision", "publishedAt");
  }
}
