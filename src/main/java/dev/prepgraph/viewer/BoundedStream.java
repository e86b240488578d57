package dev.prepgraph.viewer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error where more is read at once than its reader allows. */
final class BoundedStream extends FilterInputStream {

  /** More was read than is allowed. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long allowed;

  BoundedStream(InputStream in, long allowed) {
    super(in);
    this.allowed = allowed;
  }

  /** Allows so many bytes from now on. */
  void allow(long bytes) {
    allowed = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    allowed -= Math.max(0, read);
    if (allowed < 0) {
      throw new TooLongException();
    }
    return read;
  }
}
