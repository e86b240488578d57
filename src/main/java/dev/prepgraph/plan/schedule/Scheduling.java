package dev.prepgraph.plan.schedule;

import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One run of the {@link Scheduler}, day by day from today to the interview. */
final class Scheduling {

  private final Fsrs fsrs;
  private final StudyTime time;
  private final boolean splitting;
  private final int[] room;

  /** The last working day; -1 without one. */
  private final int last;

  /** The first day without learning. */
  private final int learningEnds;

  private final List<TopicProgress> topics;

  /** Topics to learn, in order. */
  private final List<TopicProgress> unlearnt = new ArrayList<>();

  /** The topic split by the end of a day, or null; the next day resumes it first. */
  private TopicProgress splitItem;

  private final List<Schedule.Slot> slots = new ArrayList<>();

  /**
   * @param splitting whether work may be split over days
   */
  Scheduling(Fsrs fsrs, StudyTime time, List<Topic> topics, boolean splitting) {
    this.fsrs = fsrs;
    this.time = time;
    this.splitting = splitting;
    this.room = IntStream.range(0, time.days()).map(time::free).toArray();
    int[] open = IntStream.range(0, time.days()).filter(day -> !time.isOff(day)).toArray();
    this.last = open.length == 0 ? -1 : open[open.length - 1];
    this.learningEnds = open.length > 1 ? last : last + 1;
    this.topics = topics.stream().map(this::progress).toList();
  }

  private TopicProgress progress(Topic topic) {
    TopicProgress progress = new TopicProgress(topic);
    Topic.Learnt learnt = topic.learnt();
    if (learnt != null) {
      progress.reviewable = time.day(learnt.since()) + 1;
      remember(progress, learnt.memory(), time.day(learnt.on()));
    }
    if (topic.lastPart() != null) {
      progress.lastPart = time.day(topic.lastPart());
    }
    topic.reviews().forEach(date -> progress.pinnedReviews.add(time.day(date)));
    return progress;
  }

  private void remember(TopicProgress progress, Fsrs.Memory memory, int day) {
    progress.memory = memory;
    progress.practised = day;
    progress.due = Math.max(progress.reviewable, day + fsrs.interval(memory, Scheduler.RETENTION));
  }

  Schedule run(List<Scheduler.CustomTask> tasks) {
    int left = 0;
    for (Scheduler.CustomTask task : tasks) {
      left += place(task) ? 0 : task.minutes();
    }
    unlearnt.addAll(LearningOrder.of(topics, roomToLearn(0), splitting));
    for (int day = 0; day <= last; day++) {
      rememberPinnedReviews(day);
      resumeSplitItem(day);
      if (day < learningEnds) {
        learn(day, true);
        if (!splitting) {
          review(day, due(day), Math.min(room[day], roomToLearn(day) - minutesToLearn()), false);
        }
        learn(day, false);
        splitLearning(day);
      }
      if (day >= learningEnds || unlearnt.isEmpty()) {
        review(day, due(day), room[day], splitting);
      }
    }
    if (last >= 0) {
      review(last, reviewable(last), room[last], false);
    }
    slots.sort(Comparator.comparing(Schedule.Slot::date));
    List<Schedule.Slot> unscheduled = unscheduled();
    left += unscheduled.stream().mapToInt(Schedule.Slot::minutes).sum();
    return new Schedule(slots, unscheduled, left);
  }

  private List<Schedule.Slot> unscheduled() {
    List<Schedule.Slot> unscheduled = new ArrayList<>();
    for (TopicProgress progress : unlearnt) {
      unscheduled.add(slot(null, learning(progress), progress, progress.toLearn));
    }
    for (TopicProgress overdue : due(last)) {
      unscheduled.add(slot(null, PlanItemKind.REVIEW, overdue, overdue.reviewMinutes()));
    }
    return unscheduled;
  }

  private static Schedule.Slot slot(
      LocalDate date, PlanItemKind kind, TopicProgress progress, int minutes) {
    return new Schedule.Slot(date, kind, progress.topic.question(), 0, minutes);
  }

  private static PlanItemKind learning(TopicProgress progress) {
    return progress.isText() ? PlanItemKind.READ : PlanItemKind.LEARN;
  }

  private void rememberPinnedReviews(int day) {
    for (TopicProgress progress : topics) {
      if (progress.pinnedReviews.contains(day)
          && progress.memory != null
          && progress.practised < day) {
        remember(progress, reviewed(progress, day), day);
      }
    }
  }

  /** The free minutes for learning from a day on. */
  private int roomToLearn(int from) {
    return IntStream.range(from, learningEnds).map(day -> room[day]).sum();
  }

  private int minutesToLearn() {
    return unlearnt.stream().mapToInt(progress -> progress.toLearn).sum();
  }

  private boolean place(Scheduler.CustomTask task) {
    for (int day = 0; day < room.length; day++) {
      if (room[day] >= task.minutes()) {
        use(day, PlanItemKind.CUSTOM, null, task.number(), task.minutes());
        return true;
      }
    }
    return false;
  }

  private void resumeSplitItem(int day) {
    TopicProgress progress = splitItem;
    splitItem = null;
    if (progress != null && progress.memory != null) {
      review(day, progress, Math.min(room[day], progress.toReview));
    } else if (progress != null && day < learningEnds) {
      learn(day, progress, Math.min(room[day], progress.toLearn));
    }
  }

  /** Learns topics that fit whole into the day. */
  private void learn(int day, boolean onlyFirst) {
    for (int i = 0; i < unlearnt.size() && room[day] > 0; i++) {
      TopicProgress progress = unlearnt.get(i);
      if ((progress.first || !onlyFirst) && progress.toLearn <= room[day]) {
        learn(day, progress, progress.toLearn);
        i--;
      }
    }
  }

  /** Uses the rest of a day for a part of the next topic. */
  private void splitLearning(int day) {
    if (splitting && room[day] > 0 && !unlearnt.isEmpty()) {
      learn(day, unlearnt.get(0), room[day]);
    }
  }

  private void learn(int day, TopicProgress progress, int minutes) {
    use(day, learning(progress), progress.topic.question(), 0, minutes);
    progress.toLearn -= minutes;
    if (progress.toLearn > 0) {
      splitItem = progress;
      return;
    }
    unlearnt.remove(progress);
    if (!progress.isText()) {
      remember(progress, fsrs.next(null, Fsrs.Rating.GOOD, 0), Math.max(day, progress.lastPart));
    }
  }

  private List<TopicProgress> due(int day) {
    return remembered(progress -> progress.due <= day && !progress.isReviewedSoon(day));
  }

  private List<TopicProgress> reviewable(int day) {
    return remembered(progress -> progress.practised < day && progress.reviewable <= day);
  }

  private List<TopicProgress> remembered(Predicate<TopicProgress> condition) {
    return topics.stream()
        .filter(progress -> progress.memory != null && condition.test(progress))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * Reviews candidates in order of their value.
   *
   * @param minutes the maximum of all reviews
   * @param split whether to start a review that does not fit whole
   */
  private void review(int day, List<TopicProgress> candidates, int minutes, boolean split) {
    int left = minutes;
    if (left <= 0 || candidates.isEmpty()) {
      return;
    }
    Map<TopicProgress, Double> value = new IdentityHashMap<>();
    candidates.forEach(progress -> value.put(progress, value(progress, day)));
    candidates.sort(Comparator.comparingDouble(progress -> -value.get(progress)));
    TopicProgress tooLong = null;
    for (TopicProgress progress : candidates) {
      if (progress.reviewMinutes() <= left) {
        left -= progress.reviewMinutes();
        review(day, progress, progress.reviewMinutes());
      } else if (tooLong == null) {
        tooLong = progress;
      }
    }
    if (split && left > 0 && tooLong != null) {
      review(day, tooLong, left);
    }
  }

  private void review(int day, TopicProgress progress, int minutes) {
    use(day, PlanItemKind.REVIEW, progress.topic.question(), 0, minutes);
    progress.toReview = progress.reviewMinutes() - minutes;
    if (progress.toReview > 0) {
      splitItem = progress;
    } else {
      remember(progress, reviewed(progress, day), day);
    }
  }

  private Fsrs.Memory reviewed(TopicProgress progress, int day) {
    return fsrs.next(progress.memory, Fsrs.Rating.GOOD, day - progress.practised);
  }

  /** The recall on the last day that a review adds per minute. */
  private double value(TopicProgress progress, int day) {
    double with = fsrs.retrievability(reviewed(progress, day), last - day);
    double without = fsrs.retrievability(progress.memory, last - progress.practised);
    return (with - without) / progress.reviewMinutes();
  }

  private void use(int day, PlanItemKind kind, UUID question, int task, int minutes) {
    if (minutes > 0) {
      room[day] -= minutes;
      slots.add(new Schedule.Slot(time.date(day), kind, question, task, minutes));
    }
  }
}
