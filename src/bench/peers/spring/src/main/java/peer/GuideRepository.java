package peer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface GuideRepository extends Repository<Guide, UUID> {

  Optional<Guide> findBySlug(String slug);

  @Query(
      """
      select new peer.Child(g.id, new peer.Guide$ExpectedQuestionType(type, expected.whatToExpect))
      from Guide g join g.questionTypes expected join expected.type type
      where g in :guides order by index(expected)
      """)
  List<Child<Guide.ExpectedQuestionType>> questionTypes(List<Guide> guides);

  @Query(
      """
      select new peer.Child(g.id, criterion) from Guide g join g.criteria criterion
      where g in :guides order by index(criterion)
      """)
  List<Child<Criterion>> criteria(List<Guide> guides);

  @Query(
      """
      select new peer.Child(g.id, asked) from Guide g join g.questionsToAsk asked
      where g in :guides order by index(asked)
      """)
  List<Child<Guide.QuestionToAsk>> questionsToAsk(List<Guide> guides);

  @Query(
      """
      select new peer.Child(g.id, faq) from Guide g join g.faqs faq
      where g in :guides order by index(faq)
      """)
  List<Child<Guide.Faq>> faqs(List<Guide> guides);

  @Query(
      """
      select new peer.Child(g.id, related) from Guide g join g.relatedGuides related
      where g in :guides order by index(related)
      """)
  List<Child<Guide>> relatedGuides(List<Guide> guides);
}
