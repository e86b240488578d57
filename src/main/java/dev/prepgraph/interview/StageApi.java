package dev.prepgraph.interview;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.interview.schema.AddInterviewStageInput;
import dev.prepgraph.interview.schema.InterviewStage;
import dev.prepgraph.interview.schema.InterviewStagesPayload;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
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
      @Id @NonNull @Name("id") @Description("The stage.") String id,
      @NonNull
          @Name("name")
          @Description("Name of 1 to 60 characters, unique among the user's stages.")
          String name) {
    return payload(() -> stages.rename(id, name));
  }

  @Mutation("setInterviewStageClosed") // SmallRye removes "set"
  @NonNull
  @Description("Closes or reopens a stage: interviews in a closed stage are over.")
  public InterviewStagesPayload setInterviewStageClosed(
      @Id @NonNull @Name("id") @Description("The stage.") String id,
      @NonNull @Name("closed") @Description("Whether interviews in the stage are over.")
          boolean closed) {
    return payload(() -> stages.setClosed(id, closed));
  }

  @Mutation
  @NonNull
  @Description("Reorders the user's stages.")
  public InterviewStagesPayload reorderInterviewStages(
      @Id
          @NonNull
          @Name("ids")
          @Description("Ids of all stages of the user, each once, in the new order.")
          List<@NonNull String> ids) {
    return payload(() -> stages.reorder(ids));
  }

  @Mutation
  @NonNull
  @Description(
      "Deletes a stage. The history of every interview must be free of it, and one stage must remain.")
  public InterviewStagesPayload deleteInterviewStage(
      @Id @NonNull @Name("id") @Description("The stage.") String id) {
    return payload(() -> stages.delete(id));
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
