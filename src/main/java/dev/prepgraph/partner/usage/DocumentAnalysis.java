package dev.prepgraph.partner.usage;

import dev.prepgraph.execution.GraphQLEngine;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/** Determines what documents and their variables use; remembers the results for documents. */
@ApplicationScoped
class DocumentAnalysis {

  private static final String SEVERAL = "several";

  private final GraphQLSchema schema;

  /** As long as {@code DocumentCache} holds the documents; their nodes are equal by identity. */
  private final Map<OperationDefinition, DocumentUsage> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  DocumentAnalysis(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** What a document uses; the same object for the same document, while it is remembered. */
  DocumentUsage of(GraphQLEngine.Prepared prepared) {
    DocumentUsage usage = known.get(prepared.operation());
    if (usage == null) {
      // Not under the lock of all documents.
      DocumentUsage walked = new Walk(prepared.document()).of(prepared.operation());
      DocumentUsage other = known.putIfAbsent(prepared.operation(), walked);
      usage = other == null ? walked : other;
    }
    return usage;
  }

  /** The deprecated input fields in the variables of an operation. */
  Set<String> deprecatedVariables(GraphQLEngine.Prepared prepared) {
    Set<String> found = new TreeSet<>();
    for (VariableDefinition variable : prepared.operation().getVariableDefinitions()) {
      collect(inputType(variable.getType()), variable(prepared, variable), found);
    }
    return found;
  }

  private static Object variable(GraphQLEngine.Prepared prepared, VariableDefinition variable) {
    Map<String, Object> variables = prepared.request().variables();
    return variables == null ? null : variables.get(variable.getName());
  }

  private GraphQLType inputType(graphql.language.Type<?> type) {
    graphql.language.Type<?> inner = type;
    while (!(inner instanceof TypeName)) {
      inner = (graphql.language.Type<?>) inner.getChildren().get(0);
    }
    return schema.getType(((TypeName) inner).getName());
  }

  private static void collect(GraphQLType type, Object value, Set<String> found) {
    if (value instanceof List<?> entries) {
      entries.forEach(entry -> collect(type, entry, found));
    } else if (value instanceof Map<?, ?> members && type instanceof GraphQLInputObjectType input) {
      for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
        if (members.get(field.getName()) != null) {
          note(input, field, found);
          collect(GraphQLTypeUtil.unwrapAll(field.getType()), members.get(field.getName()), found);
        }
      }
    }
  }

  private static void note(
      GraphQLInputObjectType type, GraphQLInputObjectField field, Set<String> found) {
    if (isDeprecated(field)) {
      found.add(coordinate(type.getName(), field.getName()));
    }
  }

  @SuppressWarnings("deprecation") // SmallRye does not define applied directives
  private static boolean isDeprecated(GraphQLDirectiveContainer element) {
    return element.getDirective("deprecated") != null;
  }

  /** The schema bounds their number. */
  private static String coordinate(String type, String field) {
    return (type + '.' + field).intern();
  }

  /** A walk through a document, once through each of its fragments. */
  private final class Walk {

    private final Document document;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> deprecated = new HashSet<>();
    private final Set<String> roots = new HashSet<>();
    private final Set<String> fragments = new HashSet<>();

    private Walk(Document document) {
      this.document = document;
    }

    private DocumentUsage of(OperationDefinition operation) {
      GraphQLCompositeType root =
          switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
          };
      walk(operation.getSelectionSet(), root, true);
      String name = roots.size() == 1 ? roots.iterator().next() : SEVERAL;
      String type = operation.getOperation().name().toLowerCase(Locale.ROOT);
      return new DocumentUsage(type + ' ' + name, Set.copyOf(fields), Set.copyOf(deprecated));
    }

    private void walk(SelectionSet selections, GraphQLCompositeType parent, boolean isRoot) {
      if (selections != null) {
        for (Selection<?> selection : selections.getSelections()) {
          walk(selection, parent, isRoot);
        }
      }
    }

    private void walk(Selection<?> selection, GraphQLCompositeType parent, boolean isRoot) {
      if (selection instanceof Field field) {
        walk(field, parent, isRoot);
      } else if (selection instanceof InlineFragment inline) {
        walk(inline.getSelectionSet(), type(inline.getTypeCondition(), parent), isRoot);
      } else if (selection instanceof FragmentSpread spread && fragments.add(spread.getName())) {
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .filter(fragment -> fragment.getName().equals(spread.getName()))
            .forEach(
                fragment ->
                    walk(
                        fragment.getSelectionSet(),
                        type(fragment.getTypeCondition(), parent),
                        isRoot));
      }
    }

    private GraphQLCompositeType type(TypeName condition, GraphQLCompositeType parent) {
      return condition == null
          ? parent
          : (GraphQLCompositeType) schema.getType(condition.getName());
    }

    private void walk(Field field, GraphQLCompositeType parent, boolean isRoot) {
      if (isRoot) {
        roots.add(field.getName());
      }
      if (field.getName().startsWith("__")) {
        return;
      }
      GraphQLFieldDefinition definition =
          Introspection.getFieldDef(schema, parent, field.getName());
      String name = coordinate(parent.getName(), field.getName());
      fields.add(name);
      if (isDeprecated(definition)) {
        deprecated.add(name);
      }
      for (Argument argument : field.getArguments()) {
        GraphQLArgument declared = definition.getArgument(argument.getName());
        if (isDeprecated(declared)) {
          deprecated.add((name + '(' + argument.getName() + ":)").intern());
        }
        collect(GraphQLTypeUtil.unwrapAll(declared.getType()), argument.getValue());
      }
      if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
        walk(field.getSelectionSet(), type, false);
      }
    }

    private void collect(GraphQLType type, Value<?> value) {
      if (value instanceof ArrayValue list) {
        list.getValues().forEach(entry -> collect(type, entry));
      } else if (value instanceof ObjectValue object
          && type instanceof GraphQLInputObjectType input) {
        object
            .getObjectFields()
            .forEach(
                given -> {
                  GraphQLInputObjectField field = input.getFieldDefinition(given.getName());
                  note(input, field, deprecated);
                  collect(GraphQLTypeUtil.unwrapAll(field.getType()), given.getValue());
                });
      }
    }
  }
}
