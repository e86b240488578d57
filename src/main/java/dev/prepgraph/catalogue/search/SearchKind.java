package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.model.Kind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("A type that a search can find.")
public enum SearchKind {
  @Description("RoleGuide.")
  ROLE_GUIDE(Kind.GUIDE),
  @Description("Question.")
  QUESTION(Kind.QUESTION),
  @Description("Criterion.")
  CRITERION(Kind.CRITERION);

  final Kind kind;

  SearchKind(Kind kind) {
    this.kind = kind;
  }

  static SearchKind of(Kind kind) {
    return switch (kind) {
      case GUIDE -> ROLE_GUIDE;
      case QUESTION -> QUESTION;
      case CRITERION -> CRITERION;
    };
  }
}
