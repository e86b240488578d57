package dev.prepgraph.catalogue.schema.part;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The usual course of the interviews for a role.")
public record InterviewProcess(
    @NonNull @Description("Steps in their order.") @ListSize(assumedSize = 12)
        List<@NonNull InterviewStep> steps) {}
