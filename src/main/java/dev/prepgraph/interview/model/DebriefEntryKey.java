package dev.prepgraph.interview.model;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The interview and the place of an entry in a list of its debrief, from 1. */
@Embeddable
public record DebriefEntryKey(UUID interviewId, int number) {}
