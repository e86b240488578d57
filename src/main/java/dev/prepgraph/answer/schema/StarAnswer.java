package dev.prepgraph.answer.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.prepgraph.richtext.RichText;
import org.eclipse.microprofile.graphql.Description;

@Description(
    "An answer in the parts of the STAR framework. Markdown, at most 20,000 characters each.")
public record StarAnswer(
    @Description("Situation: place, time and circumstances.") String situation,
    @Description("Task: the goal and the candidate's responsibility.") String task,
    @Description("Action: the candidate's own steps.") String action,
    @Description("Result: the outcome.") String result) {

  public static final StarAnswer NONE = new StarAnswer(null, null, null, null);

  @JsonIgnore
  @Description("situation in forms for pages.")
  public RichText getSituationRich() {
    return RichText.ofUser(situation);
  }

  @JsonIgnore
  @Description("task in forms for pages.")
  public RichText getTaskRich() {
    return RichText.ofUser(task);
  }

  @JsonIgnore
  @Description("action in forms for pages.")
  public RichText getActionRich() {
    return RichText.ofUser(action);
  }

  @JsonIgnore
  @Description("result in forms for pages.")
  public RichText getResultRich() {
    return RichText.ofUser(result);
  }
}
