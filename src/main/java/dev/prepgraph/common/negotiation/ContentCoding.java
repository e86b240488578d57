package dev.prepgraph.common.negotiation;

import static java.util.Comparator.comparingDouble;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The content codings of responses (RFC 9110, 8.4.1), in the order of preference. */
public enum ContentCoding {
  BROTLI("br"),
  GZIP("gzip", "x-gzip"),
  IDENTITY("identity");

  private static final String ANY = "*/*"; // as MediaRange writes *

  private static final HeaderMemo<List<ContentCoding>> ACCEPTED =
      new HeaderMemo<>(ContentCoding::parse);

  /** The registered one first. */
  private final List<String> names;

  ContentCoding(String... names) {
    this.names = List.of(names);
  }

  /**
   * The codings that a client accepts (RFC 9110, 12.5.3), those that it prefers first. {@link
   * #IDENTITY} is always among them, as the last resort even where the client excludes it.
   */
  public static List<ContentCoding> accepted(HttpServerRequest request) {
    return accepted(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
  }

  static List<ContentCoding> accepted(List<String> acceptEncoding) {
    List<ContentCoding> all = ACCEPTED.get(acceptEncoding);
    return Brotli.isMissing() ? all.stream().filter(coding -> coding != BROTLI).toList() : all;
  }

  private static List<ContentCoding> parse(List<String> acceptEncoding) {
    List<MediaRange> ranges = MediaRange.of(acceptEncoding);
    Comparator<ContentCoding> byWeight = comparingDouble(coding -> coding.weight(ranges));
    return Stream.of(values())
        .filter(coding -> coding == IDENTITY || coding.weight(ranges) > 0)
        .sorted(byWeight.reversed())
        .toList();
  }

  /** 0 for a coding that is excluded or not named. */
  private double weight(List<MediaRange> ranges) {
    return Stream.concat(names.stream(), Stream.of(ANY))
        .flatMap(name -> ranges.stream().filter(range -> range.type().equals(name)))
        .mapToDouble(MediaRange::weight)
        .findFirst()
        .orElse(0);
  }

  /** The value of {@code Content-Encoding}; not sent for {@link #IDENTITY}. */
  public String header() {
    return names.get(0);
  }

  /** The end of an entity tag, as a strong one differs by coding (RFC 9110, 8.8.3.3). */
  public String tagSuffix() {
    return this == IDENTITY ? "" : '-' + header();
  }

  /** Whether the service can compress by it; may block for the time of loading a library. */
  boolean isAvailable() {
    return this != BROTLI || Brotli.isAvailable();
  }

  Buffer compress(Buffer plain, Effort effort) {
    return switch (this) {
      case BROTLI -> Brotli.compress(plain, effort);
      case GZIP -> gzip(plain);
      case IDENTITY -> plain;
    };
  }

  private static Buffer gzip(Buffer plain) {
    var compressed = new ByteArrayOutputStream(plain.length() / 2);
    try (var gzip = new GZIPOutputStream(compressed, 8_192)) {
      gzip.write(plain.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(compressed.toByteArray());
  }
}
