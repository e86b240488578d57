package dev.prepgraph.catalogue.schema.part;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum
@Description("Section of a guide's page.")
public enum GuideSectionKind {
  @Description("Question types to expect.")
  TYPES,
  @Description("Questions with advice and sample answers.")
  QUESTIONS,
  @Description("Questions for the candidate to ask.")
  QUESTIONS_TO_ASK,
  @Description("Skills and criteria of a good candidate.")
  CANDIDATE,
  @Description("Frequent questions of candidates.")
  FAQS
}
