package dev.prepgraph.practice;

/** The former name of {@link UpcomingInterviews}. */
public interface InterviewDays extends UpcomingInterviews {}
