package dev.prepgraph.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import DIR}: imports a content pack as drafts, and optionally publishes them. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports a content pack, all or nothing. Can be repeated.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:problems in the pack; nothing was changed",
      "2:invalid arguments",
      "3:failure of the database or the service; nothing was changed"
    })
public class ImportCommand implements Callable<Integer> {

  private static final int PROGRESS_EVERY = 500;
  private static final int PRINTED_PROBLEMS = 1_000;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder with taxonomy.yaml, questions.yaml and guides/.")
  Path folder;

  @Option(names = "--publish", description = "Publish all drafts afterwards.")
  boolean publish;

  @Option(names = "--dry-run", description = "Validate and import, but roll back.")
  boolean dryRun;

  @Option(
      names = "--lint",
      description =
          "Also print warnings about the texts: length, readability, repetition, spelling, links.")
  boolean lint;

  private final Importer importer;
  private final Publication publication;

  ImportCommand(Importer importer, Publication publication) {
    this.importer = importer;
    this.publication = publication;
  }

  @Override
  public Integer call() {
    try {
      Importer.Result result = importer.run(Pack.of(folder), dryRun, ImportCommand::progress);
      System.out.printf(
          "%s %d guides, questions and criteria: %d new or changed%n",
          dryRun ? "Would import" : "Imported", result.read(), result.changed());
      printWarnings(result);
      if (publish && !dryRun) {
        PublishCommand.publish(publication);
      }
      return 0;
    } catch (PackException e) {
      print(e.problems());
      System.err.println(e.problems().size() + " problems; nothing was imported");
      return 1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private void printWarnings(Importer.Result result) {
    List<PackProblem> warnings = new ArrayList<>(result.warnings());
    if (lint) {
      warnings.addAll(Lint.of(Pack.of(folder)));
    }
    int count = warnings.size() + result.moreWarnings();
    if (lint || count > 0) {
      print(warnings);
      System.err.println(count + " warnings");
    }
  }

  private static void print(List<PackProblem> problems) {
    problems.stream().sorted().limit(PRINTED_PROBLEMS).forEach(System.err::println);
  }

  private static void progress(int guides) {
    if (guides % PROGRESS_EVERY == 0) {
      System.out.println(guides + " guides read");
    }
  }
}
