package dev.prepgraph.common.error;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A mistake in the input of a mutation. Clients switch on code; message is for developers.")
public record UserError(
    @NonNull @Description("The kind of the mistake.") UserErrorCode code,
    @NonNull @Description("What is wrong and what is expected, without the value that was sent.")
        String message,
    @Description("The path of the argument or input field that is wrong; null when none alone is.")
        @ListSize(assumedSize = 10)
        List<@NonNull String> field) {

  /**
   * @param path input path of the field
   */
  public static UserError of(UserErrorCode code, String message, String... path) {
    return new UserError(code, message, path.length == 0 ? null : List.of(path));
  }
}
