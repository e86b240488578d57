package dev.prepgraph.plan.schedule;

import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One run of the {@link Scheduler}, day by day from today to the interview. */
final class Scheduling {

  private final Fsrs fsrs;
  private final StudyTime time;
  private final boolean dividing;
  private final int[] room;

  /** The last day that is not off; -1 where all are. */
  private final int last;

  /** Nothing is learnt from this day on. */
  private final int learningEnds;

  private final List<Course> courses;

  /** What is still to be learnt, in this order. */
  private final List<Course> unlearnt;

  /** What was begun on a day that ended before it was done, or null. It goes on first. */
  private Course begun;

  private final List<Schedule.Slot> slots = new ArrayList<>();

  /**
   * @param dividing whether pieces of work may be divided over days
   */
  Scheduling(Fsrs fsrs, StudyTime time, List<Topic> topics, boolean dividing) {
    this.fsrs = fsrs;
    this.time = time;
    this.dividing = dividing;
    this.room = IntStream.range(0, time.days()).map(time::free).toArray();
    int[] open = IntStream.range(0, time.days()).filter(day -> !time.isOff(day)).toArray();
    this.last = open.length == 0 ? -1 : open[open.length - 1];
    this.learningEnds = open.length > 1 ? last : last + 1;
    this.courses = topics.stream().map(this::course).toList();
    this.unlearnt = new ArrayList<>();
  }

  private Course course(Topic topic) {
    Course course = new Course(topic);
    Topic.Learnt learnt = topic.learnt();
    if (learnt != null) {
      course.reviewable = time.day(learnt.since()) + 1;
      remember(course, learnt.memory(), time.day(learnt.on()));
    }
    return course;
  }

  private void remember(Course course, Fsrs.Memory memory, int day) {
    course.memory = memory;
    course.practised = day;
    course.due = Math.max(course.reviewable, day + fsrs.interval(memory, Scheduler.RETENTION));
  }

  Schedule run(List<Scheduler.Errand> errands) {
    int left = 0;
    for (Scheduler.Errand errand : errands) {
      left += place(errand) ? 0 : errand.minutes();
    }
    unlearnt.addAll(LearningOrder.of(courses, roomToLearn(0), dividing));
    for (int day = 0; day <= last; day++) {
      goOn(day);
      if (day < learningEnds) {
        learn(day, true);
        if (!dividing) {
          review(day, due(day), Math.min(room[day], roomToLearn(day) - minutesToLearn()), false);
        }
        learn(day, false);
        divideLearning(day);
      }
      if (day >= learningEnds || unlearnt.isEmpty()) {
        review(day, due(day), room[day], dividing);
      }
    }
    if (last >= 0) {
      review(last, reviewable(last), room[last], false);
    }
    left += minutesToLearn();
    for (Course overdue : due(last)) {
      left += overdue.reviewMinutes();
    }
    slots.sort(Comparator.comparing(Schedule.Slot::date));
    return new Schedule(slots, left);
  }

  /** The minutes that are free for learning from a day on. */
  private int roomToLearn(int from) {
    int sum = 0;
    for (int day = from; day < learningEnds; day++) {
      sum += room[day];
    }
    return sum;
  }

  private int minutesToLearn() {
    int sum = 0;
    for (Course course : unlearnt) {
      sum += course.toLearn;
    }
    return sum;
  }

  private boolean place(Scheduler.Errand errand) {
    for (int day = 0; day < room.length; day++) {
      if (room[day] >= errand.minutes()) {
        use(day, PlanItemKind.CUSTOM, errand.key(), errand.minutes());
        return true;
      }
    }
    return false;
  }

  private void goOn(int day) {
    Course course = begun;
    begun = null;
    if (course != null && course.memory != null) {
      review(day, course, Math.min(room[day], course.toReview));
    } else if (course != null && day < learningEnds) {
      learn(day, course, Math.min(room[day], course.toLearn));
    }
  }

  /** Learns what fits whole into the day. */
  private void learn(int day, boolean onlyFirst) {
    for (int i = 0; i < unlearnt.size() && room[day] > 0; i++) {
      Course course = unlearnt.get(i);
      if ((course.first || !onlyFirst) && course.toLearn <= room[day]) {
        learn(day, course, course.toLearn);
        i--;
      }
    }
  }

  /** Begins to learn what does not fit whole into any day's rest. */
  private void divideLearning(int day) {
    if (dividing && room[day] > 0 && !unlearnt.isEmpty()) {
      learn(day, unlearnt.get(0), room[day]);
    }
  }

  private void learn(int day, Course course, int minutes) {
    use(
        day,
        course.isText() ? PlanItemKind.READ : PlanItemKind.LEARN,
        course.topic.question(),
        minutes);
    course.toLearn -= minutes;
    if (course.toLearn > 0) {
      begun = course;
      return;
    }
    unlearnt.remove(course);
    if (!course.isText()) {
      remember(course, fsrs.next(null, Fsrs.Rating.GOOD, 0), day);
    }
  }

  /** What has to be reviewed on a day. */
  private List<Course> due(int day) {
    return remembered(course -> course.due <= day);
  }

  /** What can be reviewed on a day. */
  private List<Course> reviewable(int day) {
    return remembered(course -> course.practised < day && course.reviewable <= day);
  }

  private List<Course> remembered(Predicate<Course> condition) {
    List<Course> found = new ArrayList<>();
    for (Course course : courses) {
      if (course.memory != null && condition.test(course)) {
        found.add(course);
      }
    }
    return found;
  }

  /**
   * Reviews what adds most first.
   *
   * @param minutes how long at the most
   * @param divide whether a review may be begun that does not fit whole
   */
  private void review(int day, List<Course> candidates, int minutes, boolean divide) {
    int left = minutes;
    if (left <= 0 || candidates.isEmpty()) {
      return;
    }
    Map<Course, Double> value = new IdentityHashMap<>();
    candidates.forEach(course -> value.put(course, value(course, day)));
    candidates.sort(Comparator.comparingDouble(course -> -value.get(course)));
    Course tooLong = null;
    for (Course course : candidates) {
      if (course.reviewMinutes() <= left) {
        left -= course.reviewMinutes();
        review(day, course, course.reviewMinutes());
      } else if (tooLong == null) {
        tooLong = course;
      }
    }
    if (divide && left > 0 && tooLong != null) {
      review(day, tooLong, left);
    }
  }

  private void review(int day, Course course, int minutes) {
    use(day, PlanItemKind.REVIEW, course.topic.question(), minutes);
    course.toReview = course.reviewMinutes() - minutes;
    if (course.toReview > 0) {
      begun = course;
    } else {
      remember(course, reviewed(course, day), day);
    }
  }

  private Fsrs.Memory reviewed(Course course, int day) {
    return fsrs.next(course.memory, Fsrs.Rating.GOOD, day - course.practised);
  }

  /** What a minute of a review adds to the recall on the last day. */
  private double value(Course course, int day) {
    double with = fsrs.retrievability(reviewed(course, day), last - day);
    double without = fsrs.retrievability(course.memory, last - course.practised);
    return (with - without) / course.reviewMinutes();
  }

  private void use(int day, PlanItemKind kind, UUID key, int minutes) {
    if (minutes > 0) {
      room[day] -= minutes;
      slots.add(new Schedule.Slot(time.date(day), kind, key, minutes));
    }
  }
}
