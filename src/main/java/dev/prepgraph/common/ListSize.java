package dev.prepgraph.common;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Description("The maximal number of entries of the list.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ListSize {

  @NonNull
  @Description("The maximal number of entries of the list, or of its sized fields together.")
  int assumedSize();

  @Description("The fields of the entries whose lists share the maximum.")
  String[] sizedFields() default {};
}
