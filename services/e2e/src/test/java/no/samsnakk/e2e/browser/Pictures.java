package no.samsnakk.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Pictures of screens, for {@code docs/pictures.md}: on a phone by day and by night, and on a desk.
 * Taken with {@code -Dsamsnakk.pictures=true} alone. What time it is, what day it is and what ids
 * are called is the same in all of them, so that another picture is another look.
 */
public final class Pictures {
  private enum Kind {
    PHONE("390", 390, 844, ColorScheme.LIGHT),
    NIGHT("390-dark", 390, 844, ColorScheme.DARK),
    DESK("1280", 1280, 800, ColorScheme.LIGHT);

    private final String suffix;
    private final int width;
    private final int height;
    private final ColorScheme device;

    Kind(String suffix, int width, int height, ColorScheme device) {
      this.suffix = suffix;
      this.width = width;
      this.height = height;
      this.device = device;
    }
  }

  private static final int HIGHEST = 2_000;

  /** What follows a change of size is drawn and fetched in so long. */
  private static final double SETTLES_MS = 400;

  private static final String SAME_EVERY_TIME =
      """
      () => {
        const today = new Intl.DateTimeFormat('nb', {day: 'numeric', month: 'long'}).format();
        const two = {day: '2-digit', month: '2-digit', year: 'numeric'};
        const ahead = (days, month = 'long') =>
          new Intl.DateTimeFormat('nb', {weekday: 'long', day: 'numeric', month})
            .format(Date.now() + days * 86400000);
        const inFigures = new Intl.DateTimeFormat('nb', two).format();
        const same = (text) =>
          text
            .replace(/\\b\\d\\d:\\d\\d(:\\d\\d)?\\b/g, '12:00$1')
            .replace(/12:00:\\d\\d/g, '12:00:00')
            .replace(/kl\\. \\d\\d\\.\\d\\d\\.\\d\\d/g, 'kl. 12.00.00')
            .replaceAll(ahead(7), 'tirsdag 1. desember')
            .replaceAll(ahead(8), 'onsdag 2. desember')
            .replaceAll(ahead(9), 'torsdag 3. desember')
            .replaceAll(ahead(7, 'short'), 'tirsdag 1. des.')
            .replaceAll(ahead(8, 'short'), 'onsdag 2. des.')
            .replaceAll(ahead(9, 'short'), 'torsdag 3. des.')
            .replaceAll(inFigures, '24.11.2026')
            .replace(/\\bom \\d+ sekunder?\\b/g, 'om 10 sekunder')
            .replace(/localhost:\\d+/g, 'localhost:8080')
            .replaceAll(today, '24. november')
            .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (it) => it.replace(/./g, '0'))
            .replace(/\\b[0-9a-f]{32,}\\b/g, (it) => '0'.repeat(it.length));
        const onLeaf = (text) => {
          const days = [7, 8, 9].map((it) => ahead(it).match(/\\d+/)[0]);
          return days.includes(text) ? String(days.indexOf(text) + 1) : text;
        };
        const shown = ({parentElement, nodeValue}) => {
          if (parentElement.matches('.day-leaf__month')) return 'des.';
          return parentElement.matches('.day-leaf__day') ? onLeaf(nodeValue) : same(nodeValue);
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const changed = [];
        while (walker.nextNode()) {
          const node = walker.currentNode;
          const was = node.nodeValue;
          const now = shown(node);
          if (now !== was) {
            node.nodeValue = now;
            changed.push({node, part: 'nodeValue', was, now});
          }
        }
        const filled = {date: '2026-12-01', time: '12:00'};
        for (const node of document.querySelectorAll('input[type=date], input[type=time]')) {
          const was = node.value;
          if (was === '') continue;
          node.value = filled[node.type];
          changed.push({node, part: 'value', was, now: node.value});
        }
        return changed;
      }""";

  private static final String TRUE_AGAIN =
      """
      (changed) => {
        for (const {node, part, was, now} of changed) if (node[part] === now) node[part] = was;
      }""";

  private static final String AS_WEBP =
      """
      async (png) => {
        const image = await createImageBitmap(await (await fetch(png)).blob());
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', 0.8).replace(/.*,/, '');
      }""";

  private final Path failures;
  private final Path docs;
  private final boolean wanted = Boolean.getBoolean("samsnakk.pictures");
  private final Set<String> taken = new HashSet<>();

  public Pictures(Path build, Path docs) {
    this.failures = build.resolve("failures");
    this.docs = docs;
  }

  /**
   * Takes them, the first time that somebody asks for this screen, and leaves the page as it was.
   */
  public void of(Page page, String screen, String viewer) {
    if (!wanted || !taken.add(screen)) {
      return;
    }
    Path folder = docs.resolve("images").resolve(viewer.toLowerCase(Locale.ROOT));
    ViewportSize before = page.viewportSize();
    ColorScheme device = Inspection.isDark(page) ? ColorScheme.DARK : ColorScheme.LIGHT;
    page.mouse().move(0, 0);
    for (Kind kind : Kind.values()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(kind.device));
      resize(page, kind.width, kind.height);
      int whole = (int) page.evaluate("() => document.documentElement.scrollHeight");
      resize(page, kind.width, Math.min(whole, HIGHEST));
      write(folder.resolve(screen + "-" + kind.suffix + ".webp"), smaller(page, take(page)));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(device));
    page.setViewportSize(before.width, before.height);
  }

  private static void resize(Page page, int width, int height) {
    page.setViewportSize(width, height);
    page.waitForTimeout(SETTLES_MS);
  }

  private static byte[] take(Page page) {
    page.evaluate("() => scrollTo(0, 0)");
    Inspection.settle(page);
    JSHandle changed = page.evaluateHandle(SAME_EVERY_TIME);
    byte[] png =
        page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    changed.evaluate(TRUE_AGAIN);
    return png;
  }

  /** A tenth of the size, made by the browser at hand. */
  private static byte[] smaller(Page page, byte[] png) {
    try (Page blank = page.context().browser().newPage()) {
      String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
      return Base64.getDecoder().decode((String) blank.evaluate(AS_WEBP, url));
    }
  }

  /** The page that shows all of them; nothing where none were taken. */
  public void writePage() {
    if (!taken.isEmpty()) {
      write(docs.resolve("pictures.md"), PicturesPage.of(docs).getBytes(UTF_8));
    }
  }

  /** What a person saw when something went wrong: a picture, and what a screen reader gets. */
  public void ofFailure(Page page, String name) {
    try {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(failures.resolve(name + ".png"))
              .setAnimations(ScreenshotAnimations.DISABLED));
      String seen = page.url() + "\n" + page.locator("body").ariaSnapshot();
      Files.writeString(failures.resolve(name + ".txt"), seen);
      // Where nobody can look at the pictures, as in CI.
      seen.lines().forEach(line -> System.out.println("[ERROR] " + name + ": " + line));
    } catch (PlaywrightException | IOException e) {
      System.out.println("no picture of " + name + ": " + e);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
