package dev.prepgraph.account.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.schema.SkippedEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Entries of a section that are restored with the same statements, and what became of them. */
public final class Batch<E> implements Iterable<Batch<E>.Item> {

  /** An entry of the batch. */
  public final class Item {
    private final String path;
    private final E entry;

    private Item(String path, E entry) {
      this.path = path;
      this.entry = entry;
    }

    public E entry() {
      return entry;
    }

    /** Reports that the entry is not restored. */
    public void skip(SkipReason reason) {
      skipped.add(new SkippedEntry(path, reason));
      imported--;
    }

    /** Reports that the entry is restored without the part at a relative path. */
    public void skipPart(String part, SkipReason reason) {
      skipped.add(new SkippedEntry(path + part, reason));
    }

    /** Rejects the import because of this entry unless a condition holds. */
    public void require(boolean condition, String message) {
      if (!condition) {
        throw TransferErrors.invalid(path, message);
      }
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final List<SkippedEntry> skipped = new ArrayList<>();
  private int imported;

  void add(String path, E entry) {
    items.add(new Item(path, entry));
    imported++;
  }

  int size() {
    return items.size();
  }

  ImportReport report() {
    return new ImportReport(imported, skipped);
  }

  /** The entries alone. */
  public Stream<E> entries() {
    return items.stream().map(Item::entry);
  }

  @Override
  public Iterator<Item> iterator() {
    return items.iterator();
  }
}
