package no.samsnakk.gateway.entrance;

import java.util.List;
import java.util.Set;
import no.samsnakk.gateway.proxy.Upstream;
import no.samsnakk.platform.connections.MeasuredRoute;

/** Whom a path belongs to. */
sealed interface Area {
  /** One of the services answers. */
  record OfService(Upstream upstream) implements Area {}

  /** The gateway's own endpoints. */
  record Own(boolean admitted) implements Area {}

  /** Messaging's socket. */
  record Socket() implements Area {}

  /** The web app: a file of it, or a screen of it. */
  record Web() implements Area {}

  /** Nobody. */
  record Nobody() implements Area {}

  MeasuredRoute AUTH = MeasuredRoute.named("/auth");
  MeasuredRoute WS = MeasuredRoute.named("/ws");
  MeasuredRoute WEB = MeasuredRoute.named("/");

  /** What requests to it are counted as: one of a few, whatever stands in the path (R9). */
  default MeasuredRoute route() {
    return switch (this) {
      case OfService service -> service.upstream().route();
      case Own own -> AUTH;
      case Socket socket -> WS;
      case Web web -> WEB;
      case Nobody nobody -> MeasuredRoute.NONE;
    };
  }

  /** Everything of the services that a browser may reach. What is not here is not there. */
  List<Rule> RULES =
      List.of(
          new Rule("/api/me", true, false, Upstream.ROOMS),
          new Rule("/api/me/address", true, false, Upstream.ROOMS),
          new Rule("/api/me/blocks", true, true, Upstream.ROOMS),
          new Rule("/api/rooms", true, true, Upstream.ROOMS),
          new Rule("/api/directory", false, true, Upstream.ROOMS),
          new Rule("/api/consent-texts", false, true, Upstream.ROOMS),
          new Rule("/api/conversations", false, true, Upstream.MESSAGING),
          new Rule("/api/notifications", false, true, Upstream.NOTIFICATIONS),
          new Rule("/api/access-log", false, true, Upstream.AUDIT));

  /** Ours that nobody has to be signed in for, or that look for themselves. */
  Set<String> OPEN =
      Set.of("/auth/login", "/auth/callback", "/auth/session", "/auth/back-channel-logout");

  /** Ours that change something for whoever is signed in. */
  Set<String> ADMITTED = Set.of("/auth/logout", "/auth/ticket", "/auth/activity", "/auth/sessions");

  /** What of ours has a name of its own behind it. */
  String EACH_SESSION = "/auth/sessions/";

  /** Never a screen of the web app, so that nobody takes its page for an answer. */
  Set<String> NEVER_WEB = Set.of("api", "auth", "internal", "q", "ws");

  /** A path, or everything below it, or both. */
  record Rule(String path, boolean itself, boolean below, Upstream upstream) {
    boolean matches(String asked) {
      return (itself && asked.equals(path))
          || (below && asked.startsWith(path + "/") && !asked.endsWith("/"));
    }
  }

  /** Whom this path, which has to be a {@link PlainPath}, belongs to. */
  static Area of(String path) {
    if (OPEN.contains(path)) {
      return new Own(false);
    }
    if (ADMITTED.contains(path) || (path.startsWith(EACH_SESSION) && !path.endsWith("/"))) {
      return new Own(true);
    }
    if (path.equals("/ws")) {
      return new Socket();
    }
    return RULES.stream()
        .filter(rule -> rule.matches(path))
        .findFirst()
        .<Area>map(rule -> new OfService(rule.upstream()))
        .orElseGet(() -> NEVER_WEB.contains(firstSegment(path)) ? new Nobody() : new Web());
  }

  private static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }
}
