package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.local.Home;

/** How many taps docs/taps.md tells that each job takes, and how many it may. */
final class TapsTold {
  private static final Path PAGE = Home.find().root().resolve("docs/taps.md");

  private TapsTold() {}

  private record Row(int taps, int atMost) {}

  /** The browser has counted as many since it was last asked, and no more than there may be. */
  static int are(String job, Window window) {
    int taps = window.taps();
    System.out.printf("taps to %s: %d%n", job, taps);
    Row told = row(job);
    assertThat(taps).as("taps to " + job).isEqualTo(told.taps).isLessThanOrEqualTo(told.atMost);
    return taps;
  }

  static int of(String job) {
    return row(job).taps;
  }

  private static Row row(String job) {
    Matcher row =
        Pattern.compile("(?m)^\\| " + Pattern.quote(job) + " \\| (\\d+) \\| (\\d+) \\|")
            .matcher(page());
    assertThat(row.find()).as("docs/taps.md tells of: " + job).isTrue();
    return new Row(Integer.parseInt(row.group(1)), Integer.parseInt(row.group(2)));
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
