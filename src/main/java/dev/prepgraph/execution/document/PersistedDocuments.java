package dev.prepgraph.execution.document;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.execution.GraphQLRequest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the documents of requests that name them: by {@code documentId} (GraphQL over HTTP,
 * appendix A) or as automatic persisted queries of Apollo; rejects all others where only trusted
 * documents may be executed.
 */
@Singleton
public class PersistedDocuments {

  private static final Pattern PREFIXED = Pattern.compile("([^:]*):(.*)", Pattern.DOTALL);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final DocumentManifest manifest;
  private final RegisteredDocuments registered;
  private final Set<CallerKind> trustedOnly;

  PersistedDocuments(
      DocumentManifest manifest, RegisteredDocuments registered, DocumentsConfig config) {
    this.manifest = manifest;
    this.registered = registered;
    this.trustedOnly = config.trustedOnly().orElse(Set.of());
  }

  /** Returns the request with the text of its document, which its caller may execute. */
  public GraphQLRequest resolve(GraphQLRequest request, CallerKind caller) {
    boolean isSent = request.query() != null;
    String text = isSent ? request.query() : find(request.reference());
    if (trustedOnly.contains(caller) && (text == null || !manifest.contains(text))) {
      throw new RequestException(
          ErrorCode.DOCUMENT_NOT_TRUSTED, "Only documents of the manifest are executed");
    }
    if (isSent) {
      checkHash(request);
      return request;
    }
    if (text == null) {
      throw notFound(request.reference());
    }
    return request.withQuery(text);
  }

  private String find(GraphQLRequest.Reference reference) {
    String id = reference.id();
    String trusted = manifest.find(id);
    if (trusted != null) {
      return trusted;
    }
    if (reference.isAutomatic()) {
      return registered.find(id);
    }
    Matcher prefixed = PREFIXED.matcher(id);
    if (!prefixed.matches()) {
      return null;
    }
    String hash = prefixed.group(2);
    if (!prefixed.group(1).equals("sha256") || !SHA256.matcher(hash).matches()) {
      throw RequestException.badRequest(
          "documentId must be sha256: and 64 lowercase hexadecimal digits, or an id of the manifest");
    }
    trusted = manifest.find(hash);
    return trusted == null ? registered.find(hash) : trusted;
  }

  private RequestException notFound(GraphQLRequest.Reference reference) {
    if (!reference.isAutomatic()) {
      return new RequestException(
          ErrorCode.DOCUMENT_NOT_FOUND, "documentId is unknown; send the document as query");
    }
    // Apollo's clients and urql resend the request with its query on these messages only.
    return registered.isEnabled()
        ? new RequestException(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound")
        : GraphQLRequest.persistedQueryNotSupported();
  }

  /** Prevents the registration of a document by the hash of another one. */
  private void checkHash(GraphQLRequest request) {
    if (request.reference() != null
        && !request.query().equals(manifest.find(request.reference().id()))
        && !request.reference().id().equals(hash(request.query()))) {
      throw RequestException.badRequest("provided sha does not match query");
    }
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  /**
   * Registers the document of a resolved request by its hash, if the request has one. Must be
   * called for valid documents only, so that the others take no memory.
   *
   * @param caller the sender, who may register a limited number of bytes
   */
  public void register(GraphQLRequest request, Supplier<String> caller) {
    if (request.reference() != null
        && request.reference().isAutomatic()
        && !manifest.contains(request.query())) {
      registered.add(request.reference().id(), request.query(), caller.get());
    }
  }
}
