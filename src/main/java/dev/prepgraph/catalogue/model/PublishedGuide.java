package dev.prepgraph.catalogue.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published guide with all its parts: the unit that is loaded and cached, so that whatever is
 * asked of a guide is answered from memory. Its questions, by far the largest part, are read when
 * they are first asked for, together with those of all guides that were loaded with it.
 */
public final class PublishedGuide implements Weighted {

  private final UUID id;
  private final int revision;
  private final Instant publishedAt;
  private final GuideDocument document;
  private final List<UUID> related;
  private final int weight;
  private GuideBatch unread;
  private List<PublishedQuestion> questions;

  /**
   * @param related the guides that readers of this one also want, as far as they are published
   * @param characters the length of its texts and its questions', from which the cache estimates
   *     its weight
   * @param batch reads its questions
   */
  public PublishedGuide(
      UUID id,
      int revision,
      Instant publishedAt,
      GuideDocument document,
      List<UUID> related,
      int characters,
      GuideBatch batch) {
    this.id = id;
    this.revision = revision;
    this.publishedAt = publishedAt;
    this.document = document;
    this.related = related;
    this.weight = weightOf(characters);
    this.unread = batch;
  }

  public UUID id() {
    return id;
  }

  public int revision() {
    return revision;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  public GuideDocument document() {
    return document;
  }

  public List<UUID> related() {
    return related;
  }

  /** The questions, in the guide's order. */
  public List<PublishedQuestion> questions() {
    GuideBatch batch;
    synchronized (this) {
      if (questions != null) {
        return questions;
      }
      batch = unread;
    }
    batch.read();
    synchronized (this) {
      return questions;
    }
  }

  /** Takes the questions, and lets go of the guides it was loaded with. */
  public synchronized void found(List<PublishedQuestion> ofThis) {
    questions = ofThis;
    unread = null;
  }

  @Override
  public int weight() {
    return weight;
  }
}
