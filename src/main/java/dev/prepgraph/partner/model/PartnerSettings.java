package dev.prepgraph.partner.model;

import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.partner.PartnerScope;
import dev.prepgraph.partner.schema.PartnerBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an admin sets of a partner.
 *
 * @param loginClientId or null
 * @param budget null for the default one
 */
public record PartnerSettings(
    String name,
    String clientId,
    String loginClientId,
    Set<PartnerScope> scopes,
    Set<String> origins,
    PartnerBudget budget) {

  private static final int MAX_NAME = 200;
  private static final int MAX_ORIGINS = 20;
  private static final Pattern CLIENT = Pattern.compile("[!-~]{1,255}");

  /** As browsers send it: in lower case, without the default port and without a path. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?|http://(localhost|127\\.0\\.0\\.1))(:(?!443$)[1-9][0-9]{0,4})?");

  /** Rejects settings that are not valid. */
  public void check() {
    List<UserError> errors = new ArrayList<>();
    TextChecks.required(errors, name, MAX_NAME, "input", "name");
    checkClient(errors, clientId, "clientId");
    checkClient(errors, loginClientId, "loginClientId");
    ListChecks.length(errors, origins, MAX_ORIGINS, "input", "origins");
    if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "origins must be origins of pages, for example https://jobs.example.org",
              "input",
              "origins"));
    }
    if (budget != null && (budget.points() < 1 || budget.restoreRate() < 1)) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              "budget must have at least one point and regain at least one a second",
              "input",
              "budget"));
    }
    UserErrorException.throwIfAny(errors);
  }

  private static void checkClient(List<UserError> errors, String client, String field) {
    if (client != null && !CLIENT.matcher(client).matches()) {
      errors.add(
          UserError.of(
              UserErrorCode.INVALID,
              field + " must be 1 to 255 characters of ASCII without spaces",
              "input",
              field));
    }
  }
}
