package dev.prepgraph.practice.session;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What came of a change of a session.")
public record PracticeSessionPayload(
    @Description("The session as it is now; null when nothing was written.")
        PracticeSession practiceSession,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
