package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;

@Description(
    "An answer in the parts of the STAR framework. Markdown, at most 20,000 characters each.")
public record StarAnswer(
    @Description("Situation: place, time and circumstances.") String situation,
    @Description("Task: the goal and the candidate's responsibility.") String task,
    @Description("Action: the candidate's own steps.") String action,
    @Description("Result: the outcome.") String result) {

  public static final StarAnswer NONE = new StarAnswer(null, null, null, null);
}
