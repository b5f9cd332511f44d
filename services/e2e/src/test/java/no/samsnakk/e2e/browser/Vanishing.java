package no.samsnakk.e2e.browser;

import com.microsoft.playwright.Page;

/**
 * A stopwatch inside a page: notes the moment at which the last text field left the screen. It
 * looks at the document itself, because asking from outside would be slower than what it measures.
 */
public final class Vanishing {
  private static final String START =
      """
      () => {
        const look = () => {
          if (!document.querySelector('textarea')) {
            window.samsnakkVanishedAt ??= Date.now();
          }
        };
        new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
      }
      """;

  private final Page page;

  private Vanishing(Page page) {
    this.page = page;
  }

  public static Vanishing of(Page page) {
    page.evaluate(START);
    return new Vanishing(page);
  }

  /** Milliseconds since 1970, when it has happened; waits for it. */
  public long at() {
    Object at = page.waitForFunction("() => window.samsnakkVanishedAt").jsonValue();
    return ((Number) at).longValue();
  }
}
