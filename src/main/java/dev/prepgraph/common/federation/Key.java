package dev.prepgraph.common.federation;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * SmallRye's own annotation would switch on its support of federation, which fails all
 * representations for one, and adds the whole specification to the schema.
 */
@Directive(on = DirectiveLocation.OBJECT)
@Description("Fields that identify an object in a federated graph.")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Key.Keys.class)
public @interface Key {

  @NonNull
  @Description("The fields.")
  String fields();

  /** Several keys of one type. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Keys {
    Key[] value();
  }
}
