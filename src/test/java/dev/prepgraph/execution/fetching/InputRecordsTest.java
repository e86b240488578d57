package dev.prepgraph.execution.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.answer.schema.SaveAnswerInput;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Inputs that are made of their values are those that SmallRye makes by JSON. */
@QuarkusTest
class InputRecordsTest {

  private static final int INPUTS_OF_EACH = 50;

  @Inject Schema model;

  private final Random random = new Random(7);

  @Test
  void areThoseThatSmallRyeMakes() throws Exception {
    int made = 0;
    for (Operation mutation : model.getMutations()) {
      Argument input = mutation.getArguments().isEmpty() ? null : mutation.getArguments().get(0);
      for (int i = 0; input != null && i < INPUTS_OF_EACH; i++) {
        Map<String, Object> fields = fields(input);
        Optional<Object> record = InputRecords.of(fields, type(input));
        if (record.isPresent()) {
          made++;
          assertThat(record)
              .as("%s of %s", mutation.getName(), fields)
              .contains(others(input, fields));
        }
      }
    }
    assertThat(made).isGreaterThan(20 * INPUTS_OF_EACH);
  }

  private static Class<?> type(Argument input) throws ClassNotFoundException {
    return Thread.currentThread()
        .getContextClassLoader()
        .loadClass(input.getReference().getClassName());
  }

  private static Object others(Argument input, Map<String, Object> fields) throws Exception {
    DataFetchingEnvironment environment =
        DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
            .arguments(Map.of(input.getName(), fields))
            .build();
    return new ArgumentHelper(List.of(input)).getArguments(environment).get(0);
  }

  private Map<String, Object> fields(Field input) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : model.getInputs().get(input.getReference().getName()).getFields().values()) {
      if (field.isNotNull() || random.nextInt(3) > 0) {
        boolean isNull = !field.isNotNull() && random.nextInt(4) == 0;
        fields.put(field.getName(), isNull ? null : value(field));
      }
    }
    return fields;
  }

  private Object value(Field field) {
    if (field.hasWrapper()) {
      return List.of();
    }
    if (field.getReference().getType() == ReferenceType.INPUT) {
      return fields(field);
    }
    if (field.getReference().getType() == ReferenceType.ENUM) {
      var values = List.copyOf(model.getEnums().get(field.getReference().getName()).getValues());
      return values.get(random.nextInt(values.size())).getValue();
    }
    return switch (field.getReference().getName()) {
      case "Int" -> random.nextInt();
      case "Boolean" -> random.nextBoolean();
      default -> "a \"text\" \\ with 😀 \n and \u0001 " + random.nextInt();
    };
  }

  @Test
  void leaveWhatIsUnsupportedToSmallRye() {
    Class<?> type = SaveAnswerInput.class;
    assertThat(InputRecords.of(null, type)).isEmpty();
    assertThat(InputRecords.of(Map.of("questionId", "x"), type)).as("a missing int").isEmpty();
    Map<String, Object> fields =
        new LinkedHashMap<>(Map.of("questionId", "x", "expectedVersion", 1));
    assertThat(InputRecords.of(fields, type)).isPresent();
    fields.put("other", 1);
    assertThat(InputRecords.of(fields, type)).as("an unknown field").isEmpty();
    fields.remove("other");
    fields.put("status", "NONE");
    assertThat(InputRecords.of(fields, type)).as("an unknown enum value").isEmpty();
  }
}
