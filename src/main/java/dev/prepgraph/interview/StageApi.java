package dev.prepgraph.interview;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.interview.schema.stage.AddInterviewStageInput;
import dev.prepgraph.interview.schema.stage.DeleteInterviewStageInput;
import dev.prepgraph.interview.schema.stage.DeleteInterviewStagePayload;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import dev.prepgraph.interview.schema.stage.InterviewStagesPayload;
import dev.prepgraph.interview.schema.stage.RenameInterviewStageInput;
import dev.prepgraph.interview.schema.stage.ReorderInterviewStagesInput;
import dev.prepgraph.interview.schema.stage.SetInterviewStageClosedInput;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of stages. */
@GraphQLApi
public class StageApi {

  private final StageService stages;

  StageApi(StageService stages) {
    this.stages = stages;
  }

  @Mutation
  @NonNull
  @Description("Adds a stage after the user's other stages.")
  public InterviewStagesPayload addInterviewStage(
      @NonNull @Name("input") @Description("The stage.") AddInterviewStageInput input) {
    return payload(() -> stages.add(input));
  }

  @Mutation
  @NonNull
  @Description("Renames a stage, also in the history of interviews.")
  public InterviewStagesPayload renameInterviewStage(
      @NonNull @Name("input") @Description("The stage with its new name.")
          RenameInterviewStageInput input) {
    return payload(() -> stages.rename(input));
  }

  @Mutation("setInterviewStageClosed") // SmallRye removes "set"
  @NonNull
  @Description("Closes or reopens a stage: interviews in a closed stage are over.")
  public InterviewStagesPayload setInterviewStageClosed(
      @NonNull @Name("input") @Description("The stage.") SetInterviewStageClosedInput input) {
    return payload(() -> stages.setClosed(input));
  }

  @Mutation
  @NonNull
  @Description("Reorders the user's stages.")
  public InterviewStagesPayload reorderInterviewStages(
      @NonNull @Name("input") @Description("The order.") ReorderInterviewStagesInput input) {
    return payload(() -> stages.reorder(input.ids()));
  }

  @Mutation
  @NonNull
  @Description(
      "Deletes a stage. The history of every interview must be free of it, and one stage must remain.")
  public DeleteInterviewStagePayload deleteInterviewStage(
      @NonNull @Name("input") @Description("The stage.") DeleteInterviewStageInput input) {
    return Payload.of(
        () -> new DeleteInterviewStagePayload(input.id(), stages.delete(input.id()), List.of()),
        errors -> new DeleteInterviewStagePayload(null, List.of(), errors));
  }

  private static InterviewStagesPayload payload(Supplier<List<InterviewStage>> change) {
    return Payload.of(
        () -> new InterviewStagesPayload(change.get(), List.of()),
        errors -> new InterviewStagesPayload(List.of(), errors));
  }

  @NonNull
  @Name("interviewStages")
  @Description("The user's stages, in order. A new user has default stages.")
  @ListSize(assumedSize = 30)
  public List<@NonNull InterviewStage> stagesOfViewer(@Source Viewer viewer) {
    return stages.stages();
  }
}
