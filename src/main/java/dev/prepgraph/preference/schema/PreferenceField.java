package dev.prepgraph.preference.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("A preference.")
public enum PreferenceField {
  @Description("The preferred language.")
  LOCALE,
  @Description("The time zone.")
  TIME_ZONE
}
