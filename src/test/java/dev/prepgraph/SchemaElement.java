package dev.prepgraph;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A type, a member of one or an argument, named by its schema coordinate as the GraphQL
 * specification has them.
 *
 * @param coordinate for example {@code Query.node(id:)}
 * @param owner the type it belongs to
 * @param parent what it is part of: the field of an argument, else the owner
 * @param member what distinguishes it within the owner, with the type where every client must give
 *     it; null for types
 * @param type of its values, with the default, empty where it has none
 */
record SchemaElement(String coordinate, String owner, String parent, String member, String type) {

  boolean isType() {
    return member == null;
  }

  static SortedMap<String, SchemaElement> of(String sdl) {
    SortedMap<String, SchemaElement> elements = new TreeMap<>();
    Document document =
        new Parser()
            .parseDocument(
                ParserEnvironment.newParserEnvironment()
                    .document(sdl)
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build());
    document.getDefinitionsOfType(TypeDefinition.class).forEach(type -> add(elements, type));
    for (DirectiveDefinition directive : document.getDefinitionsOfType(DirectiveDefinition.class)) {
      String name = "@" + directive.getName();
      put(elements, new SchemaElement(name, name, name, null, ""));
      directive.getInputValueDefinitions().forEach(a -> argument(elements, name, name, "", a));
    }
    return elements;
  }

  private static void add(SortedMap<String, SchemaElement> elements, TypeDefinition<?> definition) {
    String type = definition.getName();
    put(elements, new SchemaElement(type, type, type, null, ""));
    if (definition instanceof ImplementingTypeDefinition<?> fields) {
      fields
          .getImplements()
          .forEach(of -> member(elements, type, ((NamedNode<?>) of).getName(), ""));
      for (FieldDefinition field : fields.getFieldDefinitions()) {
        String name = field.getName();
        member(elements, type, name, AstPrinter.printAst(field.getType()));
        field
            .getInputValueDefinitions()
            .forEach(a -> argument(elements, type, type + "." + name, name, a));
      }
    } else if (definition instanceof InputObjectTypeDefinition input) {
      for (InputValueDefinition value : input.getInputValueDefinitions()) {
        String coordinate = type + "." + value.getName();
        put(
            elements,
            new SchemaElement(
                coordinate, type, type, value.getName() + required(value), type(value)));
      }
    } else if (definition instanceof EnumTypeDefinition values) {
      values
          .getEnumValueDefinitions()
          .forEach(value -> member(elements, type, value.getName(), ""));
    } else if (definition instanceof UnionTypeDefinition union) {
      union
          .getMemberTypes()
          .forEach(of -> member(elements, type, ((NamedNode<?>) of).getName(), ""));
    }
  }

  private static void member(
      SortedMap<String, SchemaElement> elements, String owner, String name, String type) {
    put(elements, new SchemaElement(owner + "." + name, owner, owner, name, type));
  }

  private static void argument(
      SortedMap<String, SchemaElement> elements,
      String owner,
      String parent,
      String field,
      InputValueDefinition argument) {
    String coordinate = "%s(%s:)".formatted(parent, argument.getName());
    String member = "%s(%s:%s)".formatted(field, argument.getName(), requiredType(argument));
    put(elements, new SchemaElement(coordinate, owner, parent, member, type(argument)));
  }

  private static String required(InputValueDefinition value) {
    String type = requiredType(value);
    return type.isEmpty() ? "" : ":" + type;
  }

  private static String requiredType(InputValueDefinition value) {
    boolean required = value.getType() instanceof NonNullType && value.getDefaultValue() == null;
    return required ? " " + AstPrinter.printAst(value.getType()) : "";
  }

  private static String type(InputValueDefinition value) {
    String type = AstPrinter.printAst(value.getType());
    return value.getDefaultValue() == null
        ? type
        : type + " = " + AstPrinter.printAst(value.getDefaultValue());
  }

  private static void put(SortedMap<String, SchemaElement> elements, SchemaElement element) {
    elements.put(element.coordinate(), element);
  }
}
