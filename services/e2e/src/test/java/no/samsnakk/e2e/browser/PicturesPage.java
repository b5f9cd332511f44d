package no.samsnakk.e2e.browser;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code docs/pictures.md}: whatever pictures there are, by who sees it. */
final class PicturesPage {
  private static final String BY_DAY = "-390.webp";

  private static final String BEGINNING =
      """
      # Screens in pictures

      Taken by the journeys with `./samsnakk test --pictures`, which writes this page too: on a phone, on a phone at night, and at a desk. It is 12:00 on 24 November in all of them, and ids are zeros, so that a picture that git finds changed looks different. A screen that is higher than 2,000 pixels is cut there.
      """;

  private PicturesPage() {}

  static String of(Path docs) {
    Path images = docs.resolve("images");
    return BEGINNING
        + list(images).stream()
            .filter(Files::isDirectory)
            .map(PicturesPage::seenBy)
            .collect(joining());
  }

  private static String seenBy(Path folder) {
    String who = folder.getFileName().toString();
    String name = who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    return "\n## What %s sees\n\n| | 390 | 390, dark | 1280 |\n| --- | --- | --- | --- |\n"
            .formatted(name)
        + list(folder).stream()
            .map(it -> it.getFileName().toString())
            .filter(it -> it.endsWith(BY_DAY))
            .map(it -> it.replace(BY_DAY, ""))
            .map(screen -> row(who, screen))
            .collect(joining());
  }

  private static String row(String who, String screen) {
    return Stream.of("390", "390-dark", "1280")
        .map(
            kind ->
                "![%s](images/%s/%s-%s.webp)".formatted(screen + ", " + kind, who, screen, kind))
        .collect(joining(" | ", "| " + screen.replace('-', ' ') + " | ", " |\n"));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
