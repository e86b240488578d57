package dev.prepgraph.plan;

import java.util.UUID;

/** The event, in the transaction, before a plan is deleted and what refers to it loses it. */
public record PlanDeletion(UUID plan) {}
