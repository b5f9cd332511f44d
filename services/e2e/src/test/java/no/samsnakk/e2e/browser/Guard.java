package no.samsnakk.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Watches one person's browser for what must never happen on any screen: a request to a foreign
 * host, anything the content security policy had to stop, an error in a script, a token or
 * something personal in an address (R9), a token where scripts can see it or a second cookie (R10).
 */
public final class Guard {
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ");

  /** The browser reports these itself; the app has to show them in its own way. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "Failed to load resource|WebSocket connection to|net::ERR_"
              // Its service worker, while nothing answers; any other answer is a fault.
              + "|^An unknown error occurred when fetching the script\\.$");

  private static final String COOKIE = "__Host-samsnakk";

  private final String app;
  private final Set<String> ours;
  private final Pattern personal;
  private final List<String> violations = new ArrayList<>();

  /**
   * @param app the app's origin
   * @param alsoOurs other origins that people visit by navigation: sign-in, inbox
   * @param personal what may not stand in an address: names, identity numbers
   */
  public Guard(String app, Set<String> alsoOurs, Pattern personal) {
    this.app = app;
    this.ours = alsoOurs;
    this.personal = personal;
  }

  public void watch(BrowserContext context) {
    context.onRequest(this::request);
    context.onConsoleMessage(this::console);
    context.onWebError(error -> violations.add("error in a script: " + error.error()));
    context.onPage(page -> page.onWebSocket(this::socket));
  }

  /** What went wrong since the last time somebody asked. */
  public List<String> violations(BrowserContext context) {
    cookies(context);
    context.pages().stream().filter(page -> origin(page.url()).equals(app)).forEach(this::storage);
    List<String> found = List.copyOf(violations);
    violations.clear();
    return found;
  }

  private void request(Request request) {
    String url = request.url();
    if (url.startsWith("data:") || url.startsWith("blob:") || url.startsWith("about:")) {
      return;
    }
    String origin = origin(url);
    boolean allowed =
        origin.equals(app)
            || ours.contains(origin) && (request.isNavigationRequest() || fromItself(request));
    if (!allowed) {
      violations.add("request to a foreign host: " + origin);
    }
    if (origin.equals(app) && (TOKEN.matcher(url).find() || personal.matcher(url).find())) {
      violations.add("token or personal matter in an address: " + URI.create(url).getPath());
    }
  }

  private static boolean fromItself(Request request) {
    try {
      return origin(request.frame().url()).equals(origin(request.url()));
    } catch (PlaywrightException noFrame) {
      return false;
    }
  }

  private void console(ConsoleMessage message) {
    boolean policy = message.text().contains("Content Security Policy");
    boolean error = message.type().equals("error") && !EXPECTED.matcher(message.text()).find();
    if (policy || error) {
      violations.add("console: " + message.text());
    }
  }

  private void socket(WebSocket socket) {
    String url = socket.url();
    if (!origin(url.replaceFirst("^ws", "http")).equals(app)) {
      violations.add("socket to a foreign host: " + url);
    }
    if (URI.create(url).getQuery() != null) {
      violations.add("something in the socket's address: " + url);
    }
  }

  private void cookies(BrowserContext context) {
    for (Cookie cookie : context.cookies(app + "/")) {
      boolean right =
          cookie.name.equals(COOKIE)
              && cookie.httpOnly
              && cookie.secure
              && cookie.path.equals("/")
              && cookie.sameSite == SameSiteAttribute.LAX;
      if (!right) {
        violations.add("cookie of the wrong kind: " + cookie.name);
      }
    }
  }

  private void storage(Page page) {
    Object kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])");
    if (TOKEN.matcher(kept.toString()).find()) {
      violations.add("token within reach of scripts");
    }
  }

  static String origin(String url) {
    URI uri = URI.create(url.replaceFirst("[?#].*$", ""));
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
