package peer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CriterionRepository extends Repository<Criterion, UUID> {

  @Query(
      """
      select new peer.Child(criterion.id, level) from Criterion criterion join criterion.levels level
      where criterion in :criteria order by level.score
      """)
  List<Child<Criterion.RatingLevel>> levels(List<Criterion> criteria);
}
