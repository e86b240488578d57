package peer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuestionRepository extends Repository<Question, UUID> {

  @Query(
      value =
          "select question from Guide g join g.questions question where g = :guide order by index(question)",
      countQuery =
          "select count(question) from Guide g join g.questions question where g = :guide")
  Page<Question> ofGuide(Guide guide, Pageable page);

  @Query(
      """
      select new peer.Child(question.id, answer) from Question question join question.answers answer
      where question in :questions order by index(answer)
      """)
  List<Child<Question.SampleAnswer>> answers(List<Question> questions);

  @Query(
      """
      select new peer.Child(question.id, criterion) from Question question join question.criteria criterion
      where question in :questions order by index(criterion)
      """)
  List<Child<Criterion>> criteria(List<Question> questions);
}
