package no.samsnakk.gateway.signin;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.webapp.WebApp;
import no.samsnakk.platform.problem.Problem;

/**
 * Answers who comes when too many do. A person gets the web app's page, which says so in words; her
 * browser asks again by itself, each at another moment.
 */
@ApplicationScoped
class Busy {
  /** No name in JAX-RS: the browser loads the address again after so many seconds. */
  private static final String REFRESH = "Refresh";

  private final WebApp webApp;

  Busy(WebApp webApp) {
    this.webApp = webApp;
  }

  Response answer(HttpServerRequest request) {
    var wait = ThreadLocalRandom.current().nextInt(10, 40);
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    var page =
        accepted != null && accepted.contains("text/html")
            ? webApp.page().map(Busy::page)
            : Optional.<ResponseBuilder>empty();
    return page.orElseGet(
            () -> Response.fromResponse(Problem.of(RefusalCode.TOO_MANY_SIGN_INS).response()))
        .header(HttpHeaders.RETRY_AFTER, wait)
        .header(REFRESH, wait)
        .build();
  }

  private static ResponseBuilder page(byte[] content) {
    return Response.status(RefusalCode.TOO_MANY_SIGN_INS.status())
        .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .entity(content);
  }
}
