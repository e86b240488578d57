package dev.prepgraph.execution.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.execution.Errors;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Scalars;
import io.smallrye.graphql.schema.model.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectStrategyTest {

  private static final String SCHEMA =
      """
      type Query { thing: Thing things: [Thing] strict: [Thing!]! named: Named either: Either }
      interface Named { name: String }
      union Either = Thing | Other
      enum Size { SMALL LARGE }
      type Other implements Named { name: String odd: Thing }
      type Thing implements Named {
        name: String
        required: String!
        number: Int
        size: Size
        words: [String!]
        table: [[Int]]
        child: Thing
        must: Thing!
        named: Named
        either: Either
        others: [Other!]!
      }
      """;

  private static final List<String> FIELDS =
      List.of(
          "name",
          "required",
          "number",
          "size",
          "words",
          "table",
          "child",
          "must",
          "named",
          "either",
          "others");

  enum Size {
    SMALL,
    LARGE,
    UNKNOWN
  }

  /** The values of the fields of the type with the same name; an exception is thrown. */
  public record Thing(Map<String, Object> values) {

    private Object value(String field) {
      Object value = values.get(field);
      if (value instanceof RuntimeException failure) {
        throw failure;
      }
      return value;
    }

    public Object name() {
      return value("name");
    }

    public Object required() {
      return value("required");
    }

    public Object number() {
      return value("number");
    }

    public Object size() {
      return value("size");
    }

    public Object words() {
      return value("words");
    }

    public Object table() {
      return value("table");
    }

    public Object child() {
      return value("child");
    }

    public Object must() {
      return value("must");
    }

    public Object named() {
      return value("named");
    }

    public Object either() {
      return value("either");
    }

    public Object others() {
      return value("others");
    }
  }

  /** Its field {@code odd} has a fetcher that is not plain. */
  public record Other(String name) {}

  private static Thing thing(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "a \"name\"\n\u2028😀");
    values.put("required", "r");
    values.put("number", 7);
    values.put("size", Size.LARGE);
    values.put("words", List.of("one", "two"));
    values.put("table", List.of(List.of(1, 2), Arrays.asList(3, null), List.of()));
    values.put("must", null);
    values.put("others", List.of(new Other("o")));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Thing(values);
  }

  private static GraphQLSchema schema(Object root) {
    GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
    for (String field : List.of("thing", "things", "strict", "named", "either")) {
      DataFetcher<?> fetcher = environment -> root;
      code.dataFetcher(FieldCoordinates.coordinates("Query", field), fetcher);
    }
    TypesByClass types =
        new TypesByClass(Map.of(Thing.class.getName(), "Thing", Other.class.getName(), "Other"));
    FIELDS.forEach(field -> plain(code, Thing.class, field));
    plain(code, Other.class, "name");
    DataFetcher<?> odd = environment -> thing();
    code.dataFetcher(FieldCoordinates.coordinates("Other", "odd"), odd);
    return new SchemaGenerator()
        .makeExecutableSchema(
            new SchemaParser().parse(SCHEMA),
            RuntimeWiring.newRuntimeWiring()
                .codeRegistry(code)
                .type("Named", wiring -> wiring.typeResolver(types))
                .type("Either", wiring -> wiring.typeResolver(types))
                .build());
  }

  private static void plain(GraphQLCodeRegistry.Builder code, Class<?> owner, String field) {
    Reference type = Scalars.getStringScalar();
    code.dataFetcher(
        FieldCoordinates.coordinates(owner.getSimpleName(), field),
        new PlainField(
            new Type(owner.getName(), owner.getSimpleName(), null),
            new Field(field, field, field, type)));
  }

  private static String execute(GraphQLSchema schema, ExecutionStrategy strategy, String query)
      throws JsonProcessingException {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .graphQLContext(Map.of(Selections.class, new Selections(Parser.parse(query))))
            .build();
    GraphQL graphQL =
        GraphQL.newGraphQL(schema)
            .instrumentation(new ExecutionInstrumentation())
            .defaultDataFetcherExceptionHandler(new Errors())
            .queryExecutionStrategy(strategy)
            .build();
    ExecutionResult result = graphQL.execute(input);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("errors", Errors.of(result.getErrors()));
    members.put("data", result.getData());
    return JsonMapper.builder()
        .build()
        .writeValueAsString(members)
        .replaceAll("\"traceId\":\"[^\"]*\"", "\"traceId\"");
  }

  private static final String ALL =
      "__typename name required number size words table named { __typename name } either { ... on Thing { size } ... on Other { name } } others { name }";

  static Stream<Object> things() {
    return Stream.of(
        thing(),
        thing("name", null, "number", null, "size", null, "words", null, "table", null),
        thing("child", thing("child", thing()), "must", thing()),
        thing("required", null),
        thing("child", thing("required", null)),
        thing("must", thing("must", thing("required", null))),
        thing("name", new IllegalStateException("broken")),
        thing("required", new IllegalStateException("broken")),
        thing("child", thing("number", new IllegalStateException("broken"))),
        thing("number", "no number"),
        thing("size", Size.UNKNOWN),
        thing("size", "SMALL"),
        thing("words", Arrays.asList("one", null)),
        thing("words", "no list"),
        thing("words", new String[] {"an", "array"}),
        thing("table", List.of("no list")),
        thing("others", null),
        thing("others", Arrays.asList(new Other("o"), null)),
        thing("named", new Other("o"), "either", thing()),
        thing("either", new Other("o"), "named", thing()),
        thing("named", "of no type"),
        "no thing");
  }

  @ParameterizedTest
  @MethodSource("things")
  void answersAsGraphQlJavaDoes(Object thing) throws JsonProcessingException {
    for (String query :
        List.of(
            "{ thing { %1$s child { %1$s child { name } } } }",
            "{ thing { must { %1$s must { required } } } }",
            "{ a: thing { name } b: thing { ...F child { ...F must { number } } } } fragment F on Thing { name size }",
            "{ thing { name @skip(if: false) child { size @include(if: true) } } }",
            "{ named { name ... on Thing { %1$s } } either { ... on Named { name } } }",
            "{ thing { others { name odd { %1$s } } } }")) {
      assertSame(thing, query.formatted(ALL));
    }
    assertSame(List.of(thing, thing), "{ things { %s } }".formatted(ALL));
    assertSame(Arrays.asList(thing, null), "{ things { %s } }".formatted(ALL));
    assertSame(Arrays.asList(thing, null), "{ strict { %s } }".formatted(ALL));
  }

  private static void assertSame(Object root, String query) throws JsonProcessingException {
    GraphQLSchema schema = schema(root);
    assertThat(execute(schema, new DirectStrategy(new Errors()), query))
        .as(query)
        .isEqualTo(execute(schema, new AsyncExecutionStrategy(new Errors()), query));
  }

  @Test
  void completesPlainSelectionsDirectly() {
    Map<String, Object> data = data("{ thing { name child { name } } }");
    assertThat(data.get("thing"))
        .isInstanceOf(SelectedObject.class)
        .isEqualTo(Map.of("name", "x", "child", Map.of("name", "y")));
  }

  @Test
  void completesConditionsByTheirVariablesDirectly() {
    String query =
        "query($yes: Boolean!) { thing { name @skip(if: $yes) ...F @include(if: $yes) number @skip(if: true) } } fragment F on Thing { size }";
    var operation = prepared(query, null);
    for (int i = 0; i < 2; i++) {
      assertThat(operation.apply(Map.of("yes", true)).get("thing"))
          .isInstanceOf(SelectedObject.class)
          .isEqualTo(Map.of("size", "LARGE"));
      assertThat(operation.apply(Map.of("yes", false)).get("thing"))
          .isInstanceOf(SelectedObject.class)
          .isEqualTo(Map.of("name", "x"));
    }
  }

  /** What is compiled is cached with the document, whose cache does not weigh it. */
  @Test
  void compilesOnceForAllValuesOfVariablesThatAreNoConditions() {
    var operation =
        prepared(
            "query One($yes: Int) { thing { name } } query Two($yes: Boolean!) { thing { name @skip(if: $yes) } }",
            "One");
    for (int i = 0; i < 500; i++) {
      operation.apply(Map.of("yes", i));
    }
    assertThat(operation.apply(Map.of("yes", 500)).get("thing")).isInstanceOf(SelectedObject.class);
  }

  @Test
  void leavesSelectionsToGraphQlJavaThatAreNotPlain() {
    assertThat(data("{ thing { others { odd { name } } } }").get("thing"))
        .isNotInstanceOf(SelectedObject.class);
  }

  /** Each fragment doubles the fields of the one before. */
  @Test
  void compilesABoundedNumberOfFields() {
    StringBuilder query = new StringBuilder("{ thing { ...F0 } }");
    for (int i = 0; i < 12; i++) {
      query.append(
          " fragment F%d on Thing { a%d: child { ...F%d } b%d: child { ...F%d } }"
              .formatted(i, i, i + 1, i, i + 1));
    }
    query.append(" fragment F12 on Thing { name }");
    assertThat(data(query.toString()).get("thing")).isNotInstanceOf(SelectedObject.class);
  }

  private static Map<String, Object> data(String query) {
    return prepared(query, null).apply(Map.of());
  }

  /** Executes an operation of one parsed document with variables, as of a cached document. */
  private static Function<Map<String, Object>, Map<String, Object>> prepared(
      String text, String operation) {
    Document document = Parser.parse(text);
    Selections selections = new Selections(document);
    GraphQL graphQL =
        GraphQL.newGraphQL(schema(thing("name", "x", "child", thing("name", "y"))))
            .queryExecutionStrategy(new DirectStrategy(new Errors()))
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(new PreparsedDocumentEntry(document)))
            .build();
    return variables ->
        graphQL
            .execute(
                ExecutionInput.newExecutionInput(text)
                    .operationName(operation)
                    .variables(variables)
                    .graphQLContext(Map.of(Selections.class, selections))
                    .build())
            .getData();
  }
}
