package dev.prepgraph.content;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code publish}: publishes all drafts. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Publishes all changed drafts. Can be repeated.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "2:invalid arguments",
      "3:failure of the database or the service; nothing was changed"
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
        "Published %d new revisions, withdrew %d guides and questions; the catalogue is at revision %d%n",
        result.changed(), result.withdrawn(), result.revision());
  }
}
