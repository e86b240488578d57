package dev.prepgraph.common.federation;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
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
public @interface Link {

  @NonNull
  @Description("URL of the specification.")
  String url();

  @NonNull
  @Name("import")
  @Description("The directives.")
  String[] imports();
}
