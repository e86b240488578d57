package dev.prepgraph.interview.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.TransferJson;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A stage of the user's interviews. */
@RegisterForReflection
record StageEntry(
    @JsonDeserialize(using = TransferJson.NotBlank.class) String name, boolean closed) {}
