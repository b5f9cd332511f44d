package no.samsnakk.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One headless Chromium for everybody; each person gets a context, hence a cookie jar, of her own.
 */
public final class Chromium implements AutoCloseable {
  /** Two cores are shared with all of Samsnakk: patience, not sleep. */
  static final double PATIENCE_MS = 60_000;

  /** Nothing that calls home, nothing that differs from machine to machine. */
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setHeadless(true)
            .setExecutablePath(executable())
            .setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  public Browser browser() {
    return browser;
  }

  /** {@code SAMSNAKK_CHROMIUM}, or the first Chromium on the path. */
  private static Path executable() {
    String given = System.getenv("SAMSNAKK_CHROMIUM");
    return Optional.ofNullable(given)
        .map(Path::of)
        .or(Chromium::onThePath)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chromium found: install Debian's chromium, or set SAMSNAKK_CHROMIUM"));
  }

  private static Optional<Path> onThePath() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                    .map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
