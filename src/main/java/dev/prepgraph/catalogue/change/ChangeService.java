package dev.prepgraph.catalogue.change;

import dev.prepgraph.catalogue.change.ChangeRepository.Change;
import dev.prepgraph.catalogue.change.ChangeRepository.Position;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.Weighted;
import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists changes of the published catalogue. */
@ApplicationScoped
class ChangeService {

  /** With the revision, because a load that began earlier may end in a newer snapshot's cache. */
  private record PageKey(int revision, int since, Position after, int size) {}

  private final PublishedCatalogue catalogue;
  private final ChangeRepository repository;
  private final Cursors cursors;

  ChangeService(PublishedCatalogue catalogue, ChangeRepository repository, Cursors cursors) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.cursors = cursors;
  }

  /** A page of the changes after a revision; one statement, none when cached. */
  CatalogueChangeConnection changes(int since, PageRequest request) {
    int revision = catalogue.snapshot().revision();
    String scope = "changes " + since;
    String cursor = cursors.read(scope, request.after());
    if (since < 0 || since > revision) {
      return newerThanServed(since, request);
    }
    Position after = cursor == null ? Position.first(revision, since) : Position.parse(cursor);
    PageKey key = new PageKey(revision, since, after, request.size());
    List<Change> found = catalogue.get(key, () -> read(key)).value();
    Page<CatalogueChange> page =
        Page.of(request, found, change -> cursors.print(scope, after.at(change).toString()), 0)
            .map(change -> change(change, since));
    return CatalogueChangeConnection.of(page, revision);
  }

  /** An empty page: another replica serves the revision already. */
  private CatalogueChangeConnection newerThanServed(int since, PageRequest request) {
    if (since < 0 || since > repository.newestRevision()) {
      throw RequestException.badRequest(
          "since must be a revision from 0 to the current one; start again with 0");
    }
    return CatalogueChangeConnection.of(
        Page.of(request, List.<CatalogueChange>of(), change -> null, 0), since);
  }

  private Weighted.Value<List<Change>> read(PageKey key) {
    List<Change> found =
        repository.changes(key.since(), key.revision(), key.after(), key.size() + 1);
    return new Weighted.Value<>(found, 200 + 400 * found.size());
  }

  private static CatalogueChange change(Change change, int since) {
    return new CatalogueChange(
        kind(change, since),
        ChangedObjectKind.valueOf(change.kind()),
        Kind.valueOf(change.kind()).nodeId(change.id()),
        change.slug(),
        change.locale(),
        change.revision(),
        change.changedAt());
  }

  private static ChangeKind kind(Change change, int since) {
    if (!change.published()) {
      return ChangeKind.UNPUBLISHED;
    }
    return change.publishedRevision() > since ? ChangeKind.PUBLISHED : ChangeKind.CHANGED;
  }
}
