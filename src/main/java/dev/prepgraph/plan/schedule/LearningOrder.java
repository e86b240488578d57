package dev.prepgraph.plan.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which order topics are learnt: see {@link Scheduler}. */
final class LearningOrder {

  private final Set<String> covered = new HashSet<>();
  private final List<Course> order = new ArrayList<>();

  private LearningOrder() {}

  /**
   * Puts what is not learnt in order, and marks what comes before due reviews.
   *
   * @param minutes how long there is to learn
   * @param scarce whether not all work fits
   */
  static List<Course> of(List<Course> courses, int minutes, boolean scarce) {
    List<Course> texts = new ArrayList<>();
    List<Course> leading = new ArrayList<>();
    List<Course> others = new ArrayList<>();
    var learning = new LearningOrder();
    for (Course course : courses) {
      if (course.memory != null) {
        learning.covered.addAll(course.topic.criteria());
      } else if (course.toLearn > 0) {
        (course.isText() ? texts : course.topic.leads() ? leading : others).add(course);
      }
    }
    learning.order.addAll(texts);
    learning.cover(leading);
    learning.order.addAll(leading);
    learning.cover(others);
    learning.order.forEach(course -> course.first = true);
    learning.order.addAll(scarce ? mostInTime(others, minutes - sum(learning.order)) : others);
    return learning.order;
  }

  /** As many as fit, the longest first; then the rest. */
  private static List<Course> mostInTime(List<Course> courses, int minutes) {
    List<Course> shortest = new ArrayList<>(courses);
    shortest.sort(Comparator.comparingInt(course -> course.toLearn));
    int fitting = 0;
    int left = minutes;
    while (fitting < shortest.size() && shortest.get(fitting).toLearn <= left) {
      left -= shortest.get(fitting).toLearn;
      fitting++;
    }
    shortest.subList(0, fitting).sort(Comparator.comparingInt(course -> -course.toLearn));
    return shortest;
  }

  private static int sum(List<Course> courses) {
    return courses.stream().mapToInt(course -> course.toLearn).sum();
  }

  /** Takes what covers most new criteria a minute, until nothing covers any. */
  private void cover(List<Course> from) {
    for (Course best = best(from); best != null; best = best(from)) {
      from.remove(best);
      order.add(best);
      covered.addAll(best.topic.criteria());
    }
  }

  private Course best(List<Course> from) {
    Course best = null;
    int most = 0;
    for (Course course : from) {
      int news = newlyCovered(course);
      if (news > 0 && (best == null || news * best.toLearn > most * course.toLearn)) {
        best = course;
        most = news;
      }
    }
    return best;
  }

  private int newlyCovered(Course course) {
    int news = 0;
    for (String criterion : course.topic.criteria()) {
      news += covered.contains(criterion) ? 0 : 1;
    }
    return news;
  }
}
