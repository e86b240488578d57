package dev.prepgraph.common.federation;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Directive(on = DirectiveLocation.SCHEMA)
@Description("A specification whose directives the schema uses.")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Link.Links.class)
public @interface Link {

  @NonNull
  @Description("URL of the specification.")
  String url();

  // Composition rejects a definition that is not repeatable, or that requires this argument.
  @Name("import")
  @Description("The directives.")
  String[] imports();

  /** Several links of one schema. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Links {
    Link[] value();
  }
}
