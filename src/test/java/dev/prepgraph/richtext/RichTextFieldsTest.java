package dev.prepgraph.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.account.transfer.FullAccount;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.partner.OverlayClient;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each {@code xRich} has the Markdown of the {@code x} beside it. */
@QuarkusTest
class RichTextFieldsTest {

  /** Spreads name the type of their object, whose pairs of x and xRich are selected. */
  private static final String GUIDE =
      """
      query ($slug: String!, $locale: String) { roleGuide(slug: $slug, locale: $locale) {
        ...RoleGuide
        family { ...RoleFamily }
        process { steps { ...InterviewStep } }
        sections { ...GuideSection }
        questionTypes { ...ExpectedQuestionType type { ...QuestionType } }
        skills { ...Skill }
        faqs { ...Faq }
        questionsToAsk { ...QuestionToAsk }
        roleCriteria { ...RoleCriterion criterion { ...Criterion levels { ...RatingLevel } } }
        questions(first: 30) { nodes {
          ...Question
          hints { ...Hint }
          followUps { ...FollowUpQuestion }
          answers { ...SampleAnswer }
        } }
      } }
      """;

  private static final String VIEWER =
      """
      { viewer {
        savedAnswers { nodes {
          ...SavedAnswer
          star { ...StarAnswer }
          revisions { nodes { ...AnswerRevision star { ...StarAnswer } } }
        } }
        practiceSessions { nodes { questions { ...PracticeSessionQuestion } } }
        interviews { nodes {
          ...Interview
          debrief { ...InterviewDebrief askedQuestions { ...AskedQuestion } gaps { ...InterviewGap } }
        } }
      } }
      """;

  private static final String OVERLAY =
      """
      { roleGuide(slug: "backend-developer-intern") { overlay {
        ...GuideOverlay
        questions { ...OverlayQuestion }
      } } }
      """;

  private static final Pattern SPREAD = Pattern.compile("\\.{3}(\\w+)");

  @Inject GraphQLSchema schema;

  private Stream<String> richFields(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .filter(
            field -> GraphQLTypeUtil.unwrapAll(field.getType()).equals(schema.getType("RichText")))
        .map(GraphQLFieldDefinition::getName);
  }

  private static String plain(String richField) {
    return richField.replaceFirst("Rich$", "");
  }

  /** The document with the fragments that it spreads. */
  private String document(String operation) {
    return SPREAD
        .matcher(operation)
        .results()
        .map(MatchResult::group)
        .map(spread -> spread.substring(3))
        .distinct()
        .map(
            type ->
                richFields(schema.getObjectType(type))
                    .map(rich -> plain(rich) + " " + rich + " { markdown }")
                    .collect(
                        Collectors.joining(
                            " ", " fragment %1$s on %1$s { __typename ".formatted(type), " }")))
        .collect(Collectors.joining("", operation, ""));
  }

  /** Compares all pairs of a response; adds those with a text. */
  private void compare(Object response, Set<String> compared) {
    if (response instanceof List<?> list) {
      list.forEach(element -> compare(element, compared));
    } else if (response instanceof Map<?, ?> object) {
      object.values().forEach(value -> compare(value, compared));
      if (object.get("__typename") instanceof String type) {
        richFields(schema.getObjectType(type))
            .forEach(
                field -> {
                  Map<?, ?> rich = (Map<?, ?>) object.get(field);
                  String text = (String) object.get(plain(field));
                  assertThat(rich == null ? null : rich.get("markdown"))
                      .as(type + "." + field)
                      .isEqualTo(text);
                  if (text != null && !text.isBlank()) {
                    compared.add(type + "." + field);
                  }
                });
      }
    }
  }

  @Test
  void haveTheSameMarkdown() {
    Set<String> compared = new TreeSet<>();
    for (String slug :
        GraphQL.query("{ roleGuides(first: 100) { nodes { slug } } }")
            .<String>getList("roleGuides.nodes.slug")) {
      for (String locale : List.of("en", "de")) {
        compare(
            GraphQL.query(document(GUIDE), Map.of("slug", slug, "locale", locale)).get(), compared);
      }
    }
    User user = User.unknown();
    FullAccount.fill(user);
    Answers.save(
        user,
        Published.guideQuestions().get(5),
        0,
        "star",
        Map.of("situation", "*S*", "task", "*T*", "action", "*A*", "result", "*R*"));
    Answers.save(user, Published.guideQuestions().get(6), 0, "body", "*Text*");
    compare(user.query(document(VIEWER)).get(), compared);
    OverlayClient partner = OverlayClient.create();
    partner.published(
        Map.of("guideId", Published.guide()),
        Map.of(
            "locale", "en",
            "brandingNotes", "*Notes*",
            "questions", List.of(OverlayClient.question("a", "What?"))));
    compare(partner.service().query(document(OVERLAY)).get(), compared);

    assertThat(compared)
        .containsExactlyInAnyOrderElementsOf(
            schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .flatMap(type -> richFields(type).map(field -> type.getName() + "." + field))
                .toList());
  }
}
