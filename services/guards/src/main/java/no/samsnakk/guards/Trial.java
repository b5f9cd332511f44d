package no.samsnakk.guards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.samsnakk.guards.Verdict.Broken;

/**
 * Takes a guard out and runs its one test: with Maven, in the one module, or with vitest.
 *
 * @param logs where the log of each is left
 */
record Trial(Tree tree, Path logs) implements Worker.Tries {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\]");

  /** One of several that may run at once, each in a tree of its own. */
  static Trial in(Path checkout, Path folder, int place) throws IOException {
    return new Trial(
        Tree.copyOf(checkout, folder.resolve("tree-" + place)),
        Files.createDirectories(folder.resolve("logs")));
  }

  @Override
  public Verdict of(Guard guard) throws IOException, InterruptedException {
    var reports = reports(guard.test());
    forget(reports);
    tree.forgetClassesBut(guard.test().module());
    try (var without = tree.without(guard)) {
      if (!run(guard)) {
        return new Broken("it took longer than " + PATIENCE.toMinutes() + " minutes");
      }
    }
    return Report.of(guard.test(), read(reports));
  }

  private boolean run(Guard guard) throws IOException, InterruptedException {
    var test = guard.test();
    var process =
        new ProcessBuilder(test.isWeb() ? vitest(test) : maven(test))
            .directory((test.isWeb() ? module(test) : tree.root()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(guard).toFile())
            .start();
    try {
      return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** What is left after a guard need not be beautiful: formatter and linters stay out of it. */
  private static List<String> maven(NamedTest test) {
    return List.of(
        "./mvnw",
        "-q",
        "-B",
        "-pl",
        "services/" + test.module(),
        "test",
        "-Dtest=" + test.className() + "#" + test.name(),
        "-Dspotless.apply.skip",
        "-Dspotless.check.skip",
        "-Derror-prone.flags=-XepDisableAllChecks",
        "-Derror-prone.test-flags=-XepDisableAllChecks");
  }

  private List<String> vitest(NamedTest test) {
    return List.of(
        "node_modules/.bin/vitest",
        "run",
        Path.of("services/web").relativize(test.file()).toString(),
        "-t",
        SPECIAL.matcher(test.name()).replaceAll("\\\\$0"),
        "--reporter=junit",
        "--outputFile=target/guards/TEST-vitest.xml");
  }

  private Path reports(NamedTest test) {
    return module(test).resolve(test.isWeb() ? "target/guards" : "target/surefire-reports");
  }

  private Path module(NamedTest test) {
    return tree.root().resolve("services").resolve(test.module());
  }

  @Override
  public Path log(Guard guard) {
    return logs.resolve(guard.id() + ".log");
  }

  private static void forget(Path reports) throws IOException {
    for (var report : files(reports)) {
      Files.delete(report);
    }
  }

  private static List<String> read(Path reports) throws IOException {
    List<String> texts = new ArrayList<>();
    for (var report : files(reports)) {
      texts.add(Files.readString(report));
    }
    return texts;
  }

  private static List<Path> files(Path reports) throws IOException {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (var files = Files.list(reports)) {
      return files.filter(file -> file.getFileName().toString().startsWith("TEST-")).toList();
    }
  }
}
