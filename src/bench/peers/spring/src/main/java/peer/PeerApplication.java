package peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The part of the schema that guide.graphql selects, over the normalised tables. */
@SpringBootApplication(proxyBeanMethods = false)
public class PeerApplication {

  public static void main(String[] args) {
    SpringApplication.run(PeerApplication.class, args);
  }

  /** Parses and validates each document once. */
  @Bean
  GraphQlSourceBuilderCustomizer documentCache() {
    Cache<String, PreparsedDocumentEntry> documents =
        Caffeine.newBuilder().maximumSize(1_000).build();
    return source ->
        source.configureGraphQl(
            graphql ->
                graphql.preparsedDocumentProvider(
                    (input, parse) ->
                        CompletableFuture.completedFuture(
                            documents.get(input.getQuery(), text -> parse.apply(input)))));
  }
}
