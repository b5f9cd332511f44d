package no.samsnakk.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Pictures of the main screens, on a phone and on a desk: always in {@code target/images}. With
 * {@code -Dsamsnakk.screenshots=true} those that {@code docs/images} has are renewed there, for the
 * README. Not always, because times of day are in them and every run would be a change in git.
 */
public final class Pictures {
  private static final int[] PHONE = {390, 844};
  private static final int[] DESK = {1280, 800};

  private final Path folder;
  private final Path docs;
  private final boolean renewDocs = Boolean.getBoolean("samsnakk.screenshots");
  private final Set<String> taken = new HashSet<>();

  public Pictures(Path build, Path docs) {
    this.folder = build.resolve("images");
    this.docs = docs;
  }

  /** Takes both, the first time that somebody asks for this name, and leaves the page as it was. */
  public void of(Page page, String name) {
    if (!taken.add(name)) {
      return;
    }
    ViewportSize before = page.viewportSize();
    take(page, name + "-390.png", PHONE);
    take(page, name + "-desktop.png", DESK);
    page.setViewportSize(before.width, before.height);
  }

  /** What a person saw when something went wrong: a picture, and what a screen reader gets. */
  public void ofFailure(Page page, String name) {
    Path failures = folder.resolveSibling("failures");
    try {
      page.screenshot(options(failures.resolve(name + ".png")));
      String seen = page.url() + "\n" + page.locator("body").ariaSnapshot();
      Files.writeString(failures.resolve(name + ".txt"), seen);
    } catch (PlaywrightException | IOException e) {
      System.out.println("no picture of " + name + ": " + e);
    }
  }

  private void take(Page page, String file, int[] size) {
    page.setViewportSize(size[0], size[1]);
    Path picture = folder.resolve(file);
    page.screenshot(options(picture));
    if (renewDocs && Files.exists(docs.resolve(file))) {
      copy(picture, docs.resolve(file));
    }
  }

  private static Page.ScreenshotOptions options(Path file) {
    return new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
