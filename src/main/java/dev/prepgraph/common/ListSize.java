package dev.prepgraph.common;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The maximal size of a list without pages (GraphQL Cost Directives). */
@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Description("How many entries the list has at the most.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ListSize {

  @NonNull
  @Description("How many entries the list, or its sized fields together, have at the most.")
  int assumedSize();

  @Description("Fields of the entries whose lists have that many entries together.")
  String[] sizedFields() default {};
}
