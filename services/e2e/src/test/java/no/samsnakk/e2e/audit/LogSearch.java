package no.samsnakk.e2e.audit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;

/** An auditor's search: a reason first, and the search stands in its own answer. */
public final class LogSearch {
  private static final Pattern FOUND = Pattern.compile("innslag.* passer");

  private final Window window;

  public LogSearch(Window window) {
    this.window = window;
  }

  public LogSearch isShown() {
    window.shows(window.title("Søk i innsynsloggen"));
    window.inspectAndPicture("log-search");
    return this;
  }

  public LogSearch search(String reason) {
    window.field("Hvorfor søker du?").fill(reason);
    window.tap(window.button("Søk"));
    window.shows(
        window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(FOUND)));
    window.inspectAndPicture("log-search-result");
    return this;
  }

  public void hasEntry(String who, String what) {
    window.shows(window.item(who).filter(new Locator.FilterOptions().setHasText(what)).first());
  }

  /** What the entry's details say, unfolded. */
  public void entryTells(String who, String what, String detail) {
    Locator entry = window.item(who).filter(new Locator.FilterOptions().setHasText(what)).first();
    window.tap(entry.getByRole(AriaRole.BUTTON));
    window.shows(entry.getByText(detail).first());
  }
}
