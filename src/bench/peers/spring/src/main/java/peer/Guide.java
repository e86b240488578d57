package peer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.ListIndexBase;

@Entity
@Immutable
public class Guide {

  @Embeddable
  public record Faq(String question, String answer) {}

  @Embeddable
  public record QuestionToAsk(String prompt, String rationale) {}

  @Embeddable
  public record ExpectedQuestionType(
      @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "type") QuestionType type,
      String whatToExpect) {}

  @Id private UUID id;
  private String slug;
  private String title;
  private String overview;

  @ElementCollection
  @CollectionTable(name = "guide_question_type", joinColumns = @JoinColumn(name = "guide_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<ExpectedQuestionType> questionTypes;

  @ManyToMany
  @JoinTable(
      name = "guide_question",
      joinColumns = @JoinColumn(name = "guide_id"),
      inverseJoinColumns = @JoinColumn(name = "question_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Question> questions;

  @ManyToMany
  @JoinTable(
      name = "guide_criterion",
      joinColumns = @JoinColumn(name = "guide_id"),
      inverseJoinColumns = @JoinColumn(name = "criterion_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Criterion> criteria;

  @ElementCollection
  @CollectionTable(name = "question_to_ask", joinColumns = @JoinColumn(name = "guide_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<QuestionToAsk> questionsToAsk;

  @ElementCollection
  @CollectionTable(name = "faq", joinColumns = @JoinColumn(name = "guide_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Faq> faqs;

  @ManyToMany
  @JoinTable(
      name = "related_guide",
      joinColumns = @JoinColumn(name = "guide_id"),
      inverseJoinColumns = @JoinColumn(name = "related_guide_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Guide> relatedGuides;

  public UUID getId() {
    return id;
  }

  public String getSlug() {
    return slug;
  }

  public String getTitle() {
    return title;
  }

  public String getOverview() {
    return overview;
  }
}
