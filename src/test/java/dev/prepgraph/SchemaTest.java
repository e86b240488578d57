package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.execution.typesystem.PublicSchema;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @Inject GraphQLSchema schema;

  /** To accept a deliberate change, copy target/schema.graphql over the snapshot. */
  @Test
  void changesOnlyTogetherWithItsSnapshot() throws IOException {
    String printed = PublicSchema.print(schema);
    Files.writeString(Path.of("target", "schema.graphql"), printed);

    assertThat(printed).isEqualTo(read("schema.graphql"));
  }

  @Test
  void keepsThePublishedContract() {
    GraphQLSchema promised =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(read("schema-contract.graphql")));

    assertThat(breakages(promised, schema)).containsExactlyElementsOf(notYetBuilt());
  }

  @Test
  void detectsBreakingChanges() {
    var looser =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse("type Query { a(x: Int!): String b: [Int] }"));
    var promised =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse("type Query { a(x: Int): String! b: [Int!]! c: Int }"));

    assertThat(breakages(promised, looser)).hasSize(4);
  }

  @Test
  void describesEverything() {
    List<String> undescribed = new ArrayList<>();
    for (var type : schema.getAllTypesAsList()) {
      if (Introspection.isIntrospectionTypes(type) || isBuiltIn(type)) {
        continue;
      }
      check(undescribed, type.getName(), type.getDescription());
      if (type instanceof GraphQLFieldsContainer fields) {
        fields.getFieldDefinitions().forEach(field -> check(undescribed, type.getName(), field));
      }
      if (type instanceof GraphQLInputFieldsContainer input) {
        input
            .getFieldDefinitions()
            .forEach(
                f -> check(undescribed, type.getName() + "." + f.getName(), f.getDescription()));
      }
      if (type instanceof GraphQLEnumType values) {
        values
            .getValues()
            .forEach(
                v -> check(undescribed, type.getName() + "." + v.getName(), v.getDescription()));
      }
    }
    assertThat(undescribed).isEmpty();
  }

  private static void check(List<String> undescribed, String type, GraphQLFieldDefinition field) {
    String name = type + "." + field.getName();
    check(undescribed, name, field.getDescription());
    field
        .getArguments()
        .forEach(a -> check(undescribed, name + "(" + a.getName() + ")", a.getDescription()));
  }

  private static void check(List<String> undescribed, String name, String description) {
    if (description == null || description.isBlank()) {
      undescribed.add(name);
    }
  }

  private static boolean isBuiltIn(GraphQLNamedSchemaElement type) {
    return type instanceof GraphQLScalarType;
  }

  private static List<String> breakages(GraphQLSchema promised, GraphQLSchema actual) {
    CapturingReporter reporter = new CapturingReporter();
    new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(promised, actual), reporter);
    List<DiffEvent> events = new ArrayList<>(reporter.getBreakages());
    events.addAll(reporter.getDangers());
    return events.stream().map(DiffEvent::getReasonMsg).sorted().toList();
  }

  /** The parts of the contract that are not built yet; the list only gets shorter. */
  private static List<String> notYetBuilt() {
    return read("schema-contract-missing.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  private static String read(String resource) {
    try {
      return Files.readString(RESOURCES.resolve(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
