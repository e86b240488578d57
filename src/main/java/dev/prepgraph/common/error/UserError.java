package dev.prepgraph.common.error;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "An error in the input of a mutation. Clients switch on code; message is for developers.")
public record UserError(
    @NonNull @Description("Code of the error.") UserErrorCode code,
    @NonNull @Description("The error and the expected form, without the value sent.")
        String message,
    @Description("Path of the invalid argument or input field; null for an error of several.")
        @ListSize(assumedSize = 10)
        List<@NonNull String> field) {

  /**
   * @param path input path of the field
   */
  public static UserError of(UserErrorCode code, String message, String... path) {
    return new UserError(code, message, path.length == 0 ? null : List.of(path));
  }
}
