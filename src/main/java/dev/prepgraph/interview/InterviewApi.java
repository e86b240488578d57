package dev.prepgraph.interview;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.interview.schema.AskedQuestion;
import dev.prepgraph.interview.schema.DeleteInterviewInput;
import dev.prepgraph.interview.schema.DeleteInterviewPayload;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.InterviewConnection;
import dev.prepgraph.interview.schema.InterviewDebrief;
import dev.prepgraph.interview.schema.InterviewGap;
import dev.prepgraph.interview.schema.InterviewPayload;
import dev.prepgraph.interview.schema.MoveInterviewInput;
import dev.prepgraph.interview.schema.SaveInterviewDebriefInput;
import dev.prepgraph.interview.schema.StageChange;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.interview.schema.UpdateInterviewInput;
import dev.prepgraph.interview.schema.listing.InterviewFilter;
import dev.prepgraph.interview.schema.listing.InterviewOrder;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.PlanService;
import dev.prepgraph.plan.schema.PrepPlan;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of interviews. */
@GraphQLApi
public class InterviewApi {

  private final InterviewService interviews;
  private final DebriefService debriefs;
  private final GuideService guides;
  private final PlanService plans;
  private final QuestionService questions;
  private final CriterionService criteria;

  InterviewApi(
      InterviewService interviews,
      DebriefService debriefs,
      GuideService guides,
      PlanService plans,
      QuestionService questions,
      CriterionService criteria) {
    this.interviews = interviews;
    this.debriefs = debriefs;
    this.guides = guides;
    this.plans = plans;
    this.questions = questions;
    this.criteria = criteria;
  }

  @Mutation
  @NonNull
  @Description(
      "Tracks an interview, or an application that may lead to one. A guide or a position is enough.")
  public InterviewPayload trackInterview(
      @NonNull @Name("input") @Description("The interview.") TrackInterviewInput input) {
    return Payload.of(InterviewPayload::new, () -> interviews.track(input));
  }

  @Mutation
  @NonNull
  @Description("Changes the details of an interview. Equal details make no new version.")
  public InterviewPayload updateInterview(
      @NonNull @Name("input") @Description("The change.") UpdateInterviewInput input) {
    return Payload.of(InterviewPayload::new, () -> interviews.update(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Moves an interview into a stage. Later times in its history become enteredAt. A move into the current stage corrects its time of entry.")
  public InterviewPayload moveInterview(
      @NonNull @Name("input") @Description("The move.") MoveInterviewInput input) {
    return Payload.of(InterviewPayload::new, () -> interviews.move(input));
  }

  @Mutation
  @NonNull
  @Description("Saves the user's debrief of an interview; replaces an earlier one.")
  public InterviewPayload saveInterviewDebrief(
      @NonNull @Name("input") @Description("The debrief.") SaveInterviewDebriefInput input) {
    return Payload.of(InterviewPayload::new, () -> debriefs.save(input));
  }

  @Mutation
  @NonNull
  @Description("Deletes an interview with its history and debrief.")
  public DeleteInterviewPayload deleteInterview(
      @NonNull @Name("input") @Description("The interview.") DeleteInterviewInput input) {
    return Payload.of(DeleteInterviewPayload::new, () -> interviews.delete(input.id()));
  }

  @Name("interviews")
  @Description("The user's interviews, the newest first unless ordered otherwise.")
  public InterviewConnection interviewsOfViewer(
      @Source Viewer viewer,
      @Name("filter") @Description("Filter; all conditions must match.") InterviewFilter filter,
      @Name("orderBy") @Description("Order; the newest first by default.") InterviewOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description("Language of the guides, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return InterviewConnection.of(
        interviews.list(
            filter == null ? InterviewFilter.NONE : filter,
            InterviewOrder.orDefault(orderBy),
            PageRequest.of(first, after, last, before),
            locale));
  }

  @NonNull
  @Name("history")
  @Description("Stages in order of entry; the last one is the current stage.")
  @ListSize(assumedSize = 200)
  public List<@NonNull List<@NonNull StageChange>> historiesOfInterviews(
      @Source List<Interview> of) {
    Map<UUID, List<StageChange>> found =
        interviews.histories(of.stream().map(Interview::key).collect(Collectors.toSet()));
    return of.stream().map(i -> found.getOrDefault(i.key(), List.of())).toList();
  }

  @Name("debrief")
  @Description("The user's debrief; null until it is saved.")
  public List<InterviewDebrief> debriefsOfInterviews(@Source List<Interview> of) {
    return ByLocale.load(of, Interview::key, Interview::locale, debriefs::debriefs);
  }

  @Name("guide")
  @Description("The guide to prepare with, in its last published form; null without one.")
  public List<RoleGuide> guidesOfInterviews(@Source List<Interview> of) {
    return ByLocale.load(of, Interview::guideKey, Interview::locale, guides::everPublished);
  }

  @Name("plan")
  @Description("The user's plan for the interview; null without one.")
  public List<PrepPlan> plansOfInterviews(@Source List<Interview> of) {
    return ByLocale.load(of, Interview::planKey, Interview::locale, plans::byIds);
  }

  @Name("question")
  @Description("Question of the catalogue; null without one.")
  public List<Question> questionsThatWereAsked(@Source List<AskedQuestion> asked) {
    return ByLocale.load(
        asked, AskedQuestion::questionKey, AskedQuestion::locale, questions::everPublished);
  }

  @Name("question")
  @Description("Question to improve at; null for a criterion.")
  public List<Question> questionsOfGaps(@Source List<InterviewGap> gaps) {
    return ByLocale.load(
        gaps, InterviewGap::questionKey, InterviewGap::locale, questions::everPublished);
  }

  @Name("criterion")
  @Description("Criterion to improve at; null for a question or a withdrawn criterion.")
  public List<Criterion> criteriaOfGaps(@Source List<InterviewGap> gaps) {
    return ByLocale.load(
        gaps,
        InterviewGap::criterionSlug,
        InterviewGap::locale,
        (slugs, locale) -> criteria.bySlug(locale));
  }
}
