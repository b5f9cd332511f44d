package no.samsnakk.gateway.guard;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.problem.Refusal;

/**
 * Who may come in. In this order: a script of our own page asks, there is a session, and a change
 * carries the session's CSRF token.
 */
@ApplicationScoped
public class Admission {
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<HttpMethod> CHANGING =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final Sessions sessions;
  private final OriginCheck origin;

  Admission(Sessions sessions, OriginCheck origin) {
    this.sessions = sessions;
    this.origin = origin;
  }

  /** Whether we know what to do with this method at all. */
  public static boolean knows(HttpMethod method) {
    return READING.contains(method) || CHANGING.contains(method);
  }

  /** The session this request may be carried out in; fails with {@link Refusal}. */
  public Uni<Session> admit(HttpServerRequest request) {
    return Uni.createFrom().deferred(() -> check(request));
  }

  private Uni<Session> check(HttpServerRequest request) {
    boolean change = !READING.contains(request.method());
    origin.requireFetched(request);
    if (change) {
      origin.requireNotForeign(request);
    }
    return sessions
        .find(SessionCookie.in(request))
        .map(found -> found.orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN)))
        .invoke(
            session -> {
              if (change) {
                requireCsrfToken(request);
              }
            });
  }

  /** A token that is missing and a wrong one are one: the page then asks for the one that holds. */
  private static void requireCsrfToken(HttpServerRequest request) {
    var shown = request.getHeader(CSRF_HEADER);
    if (SessionCookie.in(request).filter(secret -> secret.fits(shown)).isEmpty()) {
      throw new Refusal(RefusalCode.CSRF_TOKEN_MISSING);
    }
  }
}
