package no.samsnakk.e2e.browser;

import com.microsoft.playwright.Page;

/**
 * What somebody does with a finger, a mouse or a key to get something done, counted by the browser
 * itself: whatever a journey does is in it. Typing is not, and what a script does is not.
 */
final class Taps {
  private static final String LISTEN =
      """
      (() => {
        const writes = (it) => it instanceof HTMLTextAreaElement || it instanceof HTMLInputElement;
        const acts = (event) =>
          event.key === 'Enter' || (event.key === ' ' && !writes(event.target));
        addEventListener('pointerup', (event) => event.isTrusted && tapped(), true);
        addEventListener(
          'keydown',
          (event) => event.isTrusted && !event.repeat && acts(event) && tapped(),
          true);
      })()""";

  private final Page page;
  private int counted;

  private Taps(Page page) {
    this.page = page;
  }

  /** Of a page that has not been anywhere yet. */
  static Taps of(Page page) {
    Taps taps = new Taps(page);
    page.exposeBinding("tapped", (source, arguments) -> ++taps.counted);
    page.addInitScript(LISTEN);
    return taps;
  }

  /** Since the last time somebody asked. */
  int sinceAsked() {
    // What the browser has told comes before what it answers.
    page.evaluate("() => true");
    int taps = counted;
    counted = 0;
    return taps;
  }
}
