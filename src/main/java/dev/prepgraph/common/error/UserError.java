package dev.prepgraph.common.error;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A mistake that the caller can mend. Clients switch on the code; the message is for developers.
 */
@Description(
    "A mistake that the caller can mend. Clients switch on code; message is for developers.")
public record UserError(
    @NonNull @Description("What kind of mistake it is.") UserErrorCode code,
    @NonNull @Description("What was wrong, without what was sent.") String message,
    @Description("The path of the argument or input field that is wrong; null when none alone is.")
        @ListSize(assumedSize = 10)
        List<@NonNull String> field) {

  /**
   * @param path the names from the argument down to the field
   */
  public static UserError of(UserErrorCode code, String message, String... path) {
    return new UserError(code, message, path.length == 0 ? null : List.of(path));
  }
}
