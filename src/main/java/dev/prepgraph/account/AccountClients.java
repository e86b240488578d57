package dev.prepgraph.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.prepgraph.common.Hql;
import dev.prepgraph.partner.PartnerDirectory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Records which clients of partners an account is used with: they are told when it is erased. Costs
 * a statement when this replica sees an account with a client for the first time.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMS",
      "com.github.benmanes.caffeine.cache.PSMS"
    })
@ApplicationScoped
class AccountClients {

  private record Use(UUID account, String client) {}

  private static final int REMEMBERED = 50_000;
  private static final long MAX_CLIENTS = 20;

  private static final String RECORD =
      """
      insert into AccountClientEntity (clientId, issuer)
      select :client, :issuer from AccountEntity
      where (select count(*) from AccountClientEntity) < :most
      on conflict do nothing
      """;

  static {
    Hql.learn(RECORD);
  }

  private final PartnerDirectory partners;
  private final Session session;
  private final TransactionSynchronizationRegistry registry;
  private final Cache<Use, Boolean> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  AccountClients(
      PartnerDirectory partners, Session session, TransactionSynchronizationRegistry registry) {
    this.partners = partners;
    this.session = session;
    this.registry = registry;
  }

  /** Records the client of the current transaction's user, unless it is known. */
  void record(Caller caller, UUID account) {
    if (caller.clientId() == null || !partners.mayBeClient(caller.clientId())) {
      return;
    }
    Use use = new Use(account, caller.clientId());
    if (known.getIfPresent(use) == null) {
      session
          .createMutationQuery(RECORD)
          .setParameter("client", caller.clientId())
          .setParameter("issuer", caller.tokenIssuer())
          .setParameter("most", MAX_CLIENTS)
          .executeUpdate();
      registry.registerInterposedSynchronization(new OnCommit(() -> known.put(use, true)));
    }
  }

  private record OnCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        action.run();
      }
    }
  }
}
