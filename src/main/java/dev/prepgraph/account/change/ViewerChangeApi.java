package dev.prepgraph.account.change;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.schema.ViewerChange;
import dev.prepgraph.execution.stream.CurrentEvent;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** The subscription to the changes of the user's data. */
@RegisterForReflection
@GraphQLApi
public class ViewerChangeApi {

  private final CurrentEvent event;
  private final NodeApi nodes;
  private final AccountTransactions transactions;

  ViewerChangeApi(CurrentEvent event, NodeApi nodes, AccountTransactions transactions) {
    this.event = event;
    this.nodes = nodes;
    this.transactions = transactions;
  }

  @Subscription
  @Description(
      "Changes of the user's data, whichever device or import made them; needs a login. Events tell what to read again and are not a log: the first has kind RESYNC, and events that a client misses or that the service loses are replaced by one of that kind.")
  public Multi<ViewerChange> viewerChanged() {
    return event.as(ViewerChange.class);
  }

  @Description(
      "The object as the user may see it now; null when it is deleted, when several objects changed, or when the kind has no object.")
  public Node node(@Source ViewerChange change) {
    if (change.nodeId() == null) {
      return null;
    }
    transactions.require(change.account());
    return nodes.node(change.nodeId());
  }
}
