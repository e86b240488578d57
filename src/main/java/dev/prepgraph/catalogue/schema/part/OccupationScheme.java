package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Classification of occupations.")
public enum OccupationScheme {
  @Description("International Standard Classification of Occupations of 2008.")
  ISCO_08,
  @Description("European Skills, Competences, Qualifications and Occupations.")
  ESCO,
  @Description("O*NET-SOC taxonomy of the United States.")
  ONET_SOC
}
