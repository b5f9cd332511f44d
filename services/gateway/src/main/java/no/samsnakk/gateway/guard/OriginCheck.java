package no.samsnakk.gateway.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.settings.ServiceSettings;

/** Tells our own page from everybody else's. */
@ApplicationScoped
public class OriginCheck {
  private final String ours;

  OriginCheck(ServiceSettings settings) {
    this.ours = settings.origin();
  }

  /** For sockets: browsers always say where a socket comes from, so one that does not is none. */
  public void requireOurs(HttpServerRequest request) {
    if (!ours.equals(request.getHeader("Origin"))) {
      throw new Refusal(RefusalCode.ORIGIN_REFUSED);
    }
  }

  /**
   * For everything that somebody has to be signed in for: where a browser says what an answer is
   * for, it is for a script of a page of ours. What a link leads to, or a picture is made of, would
   * be looked at in the person's name without her having asked (R6).
   */
  void requireFetched(HttpServerRequest request) {
    var to = request.getHeader("Sec-Fetch-Dest");
    var site = request.getHeader("Sec-Fetch-Site");
    if ((to != null && !"empty".equals(to)) || (site != null && !"same-origin".equals(site))) {
      throw new Refusal(RefusalCode.ORIGIN_REFUSED);
    }
  }

  /**
   * For changes: what a browser says must be us. A client that is no browser says nothing, and has
   * to show the CSRF token all the same.
   */
  void requireNotForeign(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    boolean foreign = origin != null && !ours.equals(origin);
    if (foreign) {
      throw new Refusal(RefusalCode.ORIGIN_REFUSED);
    }
  }
}
