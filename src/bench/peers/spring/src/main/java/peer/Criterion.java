package peer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
public class Criterion {

  @Embeddable
  public record RatingLevel(int score, String descriptor) {}

  @Id private UUID id;
  private String name;

  @ElementCollection
  @CollectionTable(name = "rating_level", joinColumns = @JoinColumn(name = "criterion_id"))
  @OrderBy("score")
  private List<RatingLevel> levels;

  public UUID getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
