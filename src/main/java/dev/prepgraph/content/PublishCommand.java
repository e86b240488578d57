package dev.prepgraph.content;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code publish}: publishes all drafts. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Publishes all drafts that differ from what is published. Can be repeated.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage",
      "3:the database or something else failed; nothing was changed"
    })
public class PublishCommand implements Callable<Integer> {

  private final Publication publication;

  PublishCommand(Publication publication) {
    this.publication = publication;
  }

  @Override
  public Integer call() {
    publish(publication);
    return 0;
  }

  static void publish(Publication publication) {
    Publication.Result result = publication.run();
    System.out.printf(
        "Published %d new revisions; the catalogue is at revision %d%n",
        result.changed(), result.revision());
  }
}
