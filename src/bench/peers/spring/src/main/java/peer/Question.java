package peer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.ListIndexBase;

@Entity
@Immutable
public class Question {

  @Embeddable
  public record SampleAnswer(String kind, String body) {}

  @Id private UUID id;
  private String prompt;
  private String howToAnswer;

  @ElementCollection
  @CollectionTable(name = "sample_answer", joinColumns = @JoinColumn(name = "question_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<SampleAnswer> answers;

  @ManyToMany
  @JoinTable(
      name = "question_criterion",
      joinColumns = @JoinColumn(name = "question_id"),
      inverseJoinColumns = @JoinColumn(name = "criterion_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Criterion> criteria;

  public UUID getId() {
    return id;
  }

  public String getPrompt() {
    return prompt;
  }

  public String getHowToAnswer() {
    return howToAnswer;
  }
}
