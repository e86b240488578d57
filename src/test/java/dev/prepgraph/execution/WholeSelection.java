package dev.prepgraph.execution;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;

/** Selections that together contain every field of a type and, to a depth, of those below it. */
final class WholeSelection {

  private static final int DEPTH = 2;

  /** Fewer than the tokens that a document may have. */
  private static final int MAX_WORDS = 700;

  private final GraphQLSchema schema;

  WholeSelection(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** The selections, one for each field with fields of its own. */
  List<String> of(GraphQLObjectType type) {
    List<String> selections = new ArrayList<>(List.of(leaves(type)));
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (isSelectable(field)) {
        int depth = DEPTH;
        String selection = below(field, depth);
        while (depth > 1 && selection.split(" ").length > MAX_WORDS) {
          selection = below(field, --depth);
        }
        selections.add(selection);
      }
    }
    return selections;
  }

  /** All fields of a type without fields of their own. */
  String leaves(GraphQLObjectType type) {
    StringBuilder leaves = new StringBuilder("__typename");
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))
          && takesNothing(field)) {
        leaves.append(' ').append(field.getName());
      }
    }
    return leaves.toString();
  }

  private String below(GraphQLFieldDefinition field, int depth) {
    GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
    StringBuilder selection = new StringBuilder(field.getName());
    if (field.getArgument("first") != null) {
      selection.append("(first: 3)");
    }
    selection.append(" { ");
    if (type instanceof GraphQLObjectType object) {
      selection.append(leaves(object));
      for (GraphQLFieldDefinition inner : object.getFieldDefinitions()) {
        if (depth > 1 && isSelectable(inner)) {
          selection.append(' ').append(below(inner, depth - 1));
        }
      }
    } else {
      selection.append("__typename ... on RoleGuide { title faqs { question } }");
      selection.append(" ... on Question { prompt answers { kind body } }");
    }
    return selection.append(" }").toString();
  }

  private boolean isSelectable(GraphQLFieldDefinition field) {
    return !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))
        && takesNothing(field);
  }

  private static boolean takesNothing(GraphQLFieldDefinition field) {
    return field.getArguments().stream()
        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()));
  }
}
