package dev.prepgraph.common;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Directive(on = {DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT})
@Description(
    "Cost beyond 1: one for each 256 characters of its longest text, more where it takes other work.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Cost {

  /** The cost of 20,000 characters, the longest text of users. */
  int LONG_TEXT = 80;

  /** The cost of the facets of a list, which scan it. */
  int FACETS = 2_000;

  /** The cost of all questions of a guide, which are read for any number of them. */
  int GUIDE_QUESTIONS = 100;

  @NonNull
  @Description("The additional cost.")
  int weight();
}
