package no.samsnakk.e2e.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at screens as WCAG 2.2 A and AA does, by axe, and remembers which ones: a screen that was
 * visited and never looked at is a finding too.
 */
public final class Inspection {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * What fades in is not yet what it will be; and what follows the device's looks begins to a
   * picture or two later.
   */
  private static final String SETTLED =
      """
      async () => {
        const picture = () =>
          new Promise((done) => {
            requestAnimationFrame(done);
            setTimeout(done, 250);
          });
        for (let still = 0, looks = 0; still < 3 && looks < 60; looks++) {
          await picture();
          const moving = document.getAnimations().filter((it) =>
            it.playState === 'running' && Number.isFinite(it.effect.getComputedTiming().endTime));
          still = moving.length === 0 ? still + 1 : 0;
          await Promise.all(moving.map((it) => it.finished.catch(() => undefined)));
        }
      }
      """;

  private static final String IS_DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches";

  private final String app;
  private final Set<String> visited = new TreeSet<>();
  private final Set<String> inspected = new TreeSet<>();
  private final Set<String> done = new TreeSet<>();
  private final List<String> findings = new ArrayList<>();

  public Inspection(String app) {
    this.app = app;
  }

  /** Keeps account of the screens that this page comes to. */
  public void follow(Page page) {
    page.onFrameNavigated(frame -> visit(frame.url()));
  }

  private void visit(String url) {
    if (url.startsWith(app) && !url.startsWith(app + "/auth/")) {
      visited.add(pattern(url));
    }
  }

  /**
   * Inspects what the page shows now, on a light and on a dark device.
   *
   * @param screen its name; the same screen is inspected once for each viewer and address
   */
  public void of(Page page, String screen, String viewer) {
    String address = pattern(page.url());
    if (done.add(screen + " " + viewer + " " + address)) {
      boolean wasDark = isDark(page);
      inspect(page, wasDark, screen, viewer);
      emulate(page, !wasDark);
      inspect(page, !wasDark, screen, viewer);
      emulate(page, wasDark);
    }
    inspected.add(address);
  }

  static boolean isDark(Page page) {
    return (boolean) page.evaluate(IS_DARK);
  }

  /** Until nothing moves. */
  static void settle(Page page) {
    page.evaluate(SETTLED);
  }

  private static void emulate(Page page, boolean dark) {
    var device = dark ? ColorScheme.DARK : ColorScheme.LIGHT;
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(device));
  }

  private void inspect(Page page, boolean dark, String screen, String viewer) {
    settle(page);
    String where = screen + (dark ? ", dark" : "") + ", as " + viewer + " sees it: ";
    for (Rule rule :
        new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations()) {
      findings.add(where + told(rule));
    }
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
  }

  /** What was found since the last time somebody asked. */
  public List<String> findings() {
    List<String> found = List.copyOf(findings);
    findings.clear();
    return found;
  }

  /** Screens that somebody came to and nobody inspected. */
  public Set<String> overlooked() {
    Set<String> overlooked = new TreeSet<>(visited);
    overlooked.removeAll(inspected);
    return overlooked;
  }

  /** Every screen that was inspected, by its address with ids left out. */
  public Set<String> inspected() {
    return Set.copyOf(inspected);
  }

  /** Whether somebody has had this inspected; for what has no address of its own. */
  public boolean hasSeen(String screen) {
    return done.stream().anyMatch(it -> it.startsWith(screen + " "));
  }

  private static String pattern(String url) {
    return ID.matcher(URI.create(url).getPath()).replaceAll(":id");
  }
}
