package dev.prepgraph.partner.admin;

import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerScope;
import dev.prepgraph.partner.model.PartnerSettings;
import dev.prepgraph.partner.schema.PartnerBudget;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code partner}: manages partners without an admin's login. */
@Command(
    name = "partner",
    mixinStandardHelpOptions = true,
    description = "Creates, revokes, restores and lists partners.",
    subcommands = {
      PartnerCommand.Create.class,
      PartnerCommand.Revoke.class,
      PartnerCommand.Restore.class,
      PartnerCommand.ListAll.class
    })
public class PartnerCommand implements Runnable {

  private static final int REJECTED = 1;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: create, revoke, restore, list");
  }

  private static int print(Supplier<Partner> change) {
    try {
      print(change.get());
      return 0;
    } catch (UserErrorException e) {
      e.errors().forEach(error -> System.err.println(error.message()));
      return REJECTED;
    }
  }

  private static void print(Partner partner) {
    System.out.printf(
        "%s %s client=%s scopes=%s origins=%s%n",
        partner.slug(),
        partner.isActive() ? "active" : "revoked",
        partner.clientId(),
        partner.scopes().stream().sorted().toList(),
        partner.origins().stream().sorted().toList());
  }

  /** {@code partner create SLUG}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates a partner. Can be repeated with the same options.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:done",
        "1:rejected; nothing was changed",
        "2:invalid arguments",
        "3:failure of the database or the service"
      })
  static class Create implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG", description = "Unique name for requests and URLs.")
    String slug;

    @Option(names = "--name", required = true, description = "Display name.")
    String name;

    @Option(names = "--client", required = true, description = "OAuth client of its services.")
    String client;

    @Option(names = "--login-client", description = "OAuth client that logs its users in.")
    String loginClient;

    @Option(
        names = "--scopes",
        split = ",",
        defaultValue = "READ",
        description = "Of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    EnumSet<PartnerScope> scopes;

    @Option(names = "--origins", split = ",", description = "Origins of its pages.")
    Set<String> origins = Set.of();

    @Option(names = "--points", description = "Own budget of its services.")
    Integer points;

    @Option(names = "--restore-rate", description = "Points that its budget regains a second.")
    Integer restoreRate;

    @Spec CommandSpec spec;

    private final PartnerService partners;

    Create(PartnerService partners) {
      this.partners = partners;
    }

    @Override
    public Integer call() {
      if ((points == null) != (restoreRate == null)) {
        throw new ParameterException(
            spec.commandLine(), "--points and --restore-rate must be given together");
      }
      PartnerBudget budget = points == null ? null : new PartnerBudget(points, restoreRate);
      PartnerSettings settings =
          new PartnerSettings(name, client, loginClient, scopes, origins, budget);
      return print(() -> partners.create(slug, settings, null));
    }
  }

  /** Revokes or restores a partner. */
  abstract static class SetRevoked implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG", description = "The partner.")
    String slug;

    private final PartnerService partners;
    private final boolean revoked;

    SetRevoked(PartnerService partners, boolean revoked) {
      this.partners = partners;
      this.revoked = revoked;
    }

    @Override
    public Integer call() {
      return print(
          () -> {
            Partner partner =
                partners
                    .bySlug(slug)
                    .orElseThrow(() -> UserErrorException.notFound("a partner", "SLUG"));
            return partners.setRevoked(partner.id(), partner.version(), revoked, null);
          });
    }
  }

  /** {@code partner revoke SLUG}. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a partner on all replicas within seconds. Can be repeated.")
  static class Revoke extends SetRevoked {

    Revoke(PartnerService partners) {
      super(partners, true);
    }
  }

  /** {@code partner restore SLUG}. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Restores a revoked partner. Can be repeated.")
  static class Restore extends SetRevoked {

    Restore(PartnerService partners) {
      super(partners, false);
    }
  }

  /** {@code partner list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints a line for each partner.")
  static class ListAll implements Runnable {

    private final PartnerService partners;

    ListAll(PartnerService partners) {
      this.partners = partners;
    }

    @Override
    public void run() {
      partners.all().forEach(PartnerCommand::print);
    }
  }
}
