package dev.prepgraph.common.negotiation;

/** How much time a compression may take, as what is compressed often must not take much. */
public enum Effort {

  /**
   * For responses, which clients can make the service compress: about 2 ms for 65 kB, less than
   * gzip takes, and 4 % fewer bytes.
   */
  QUICK(6),

  /**
   * For files, whose first client waits: about 0.5 ms for each kB, and 13 to 25 % fewer bytes than
   * gzip. The highest quality, 11, takes twice the time for 2 % less.
   */
  THOROUGH(10);

  private final int brotliQuality;

  Effort(int brotliQuality) {
    this.brotliQuality = brotliQuality;
  }

  int brotliQuality() {
    return brotliQuality;
  }
}
