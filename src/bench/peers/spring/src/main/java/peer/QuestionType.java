package peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
public class QuestionType {

  @Id private String slug;
  private String name;

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }
}
