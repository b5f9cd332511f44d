package no.samsnakk.gateway.entrance;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.answer.Answers;
import no.samsnakk.gateway.guard.Admission;
import no.samsnakk.gateway.headers.SecurityHeaders;
import no.samsnakk.gateway.proxy.RestProxy;
import no.samsnakk.gateway.socket.SocketProxy;
import no.samsnakk.gateway.webapp.WebApp;
import no.samsnakk.platform.connections.MeasuredRoute;
import no.samsnakk.platform.problem.Problem;
import no.samsnakk.platform.request.Addresses;

/**
 * Where every request comes in, before anything of Quarkus's own: what is not let through here
 * reaches no endpoint and no service.
 */
@ApplicationScoped
class FrontRouter {
  private static final int METHOD_UNKNOWN = 405;

  private final SecurityHeaders headers;
  private final Admission admission;
  private final RestProxy restProxy;
  private final SocketProxy socketProxy;
  private final WebApp webApp;
  private final Answers answers;

  FrontRouter(
      SecurityHeaders headers,
      Admission admission,
      RestProxy restProxy,
      SocketProxy socketProxy,
      WebApp webApp,
      Answers answers) {
    this.headers = headers;
    this.admission = admission;
    this.restProxy = restProxy;
    this.socketProxy = socketProxy;
    this.webApp = webApp;
    this.answers = answers;
  }

  void open(@Observes Router router) {
    // After platform has looked at the connection.
    router.route().order(Integer.MIN_VALUE + 1).handler(this::enter);
  }

  private void enter(RoutingContext ctx) {
    headers.put(ctx.response().headers());
    var path = ctx.request().path();
    if (!Framing.isPlain(ctx.request())) {
      answers.problem(ctx, RefusalCode.INVALID_REQUEST);
      ctx.request().connection().close();
    } else if (!Admission.knows(ctx.request().method())) {
      answers.problem(ctx, Problem.of(RefusalCode.INVALID_REQUEST, METHOD_UNKNOWN));
    } else if (!Addresses.areText(ctx.request().uri())) {
      answers.problem(ctx, RefusalCode.INVALID_REQUEST);
    } else if (!PlainPath.is(path)) {
      answers.problem(ctx, RefusalCode.NOT_FOUND);
    } else {
      pass(ctx, Area.of(path));
    }
  }

  private void pass(RoutingContext ctx, Area area) {
    MeasuredRoute.set(ctx, area.route());
    switch (area) {
      case Area.OfService service -> restProxy.pass(ctx, service.upstream());
      case Area.Own own -> own(ctx, own.admitted());
      case Area.Socket socket -> socketProxy.open(ctx);
      case Area.Web web -> web(ctx);
      case Area.Nobody nobody -> answers.problem(ctx, RefusalCode.NOT_FOUND);
    }
  }

  private void own(RoutingContext ctx, boolean admitted) {
    ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!admitted) {
      ctx.next();
      return;
    }
    ctx.request().pause();
    admission
        .admit(ctx.request())
        // Not in the last callback: what is thrown there is dropped, and never answered.
        .invoke(
            session -> {
              ctx.request().resume();
              ctx.next();
            })
        .subscribe()
        .with(session -> {}, failure -> answers.failed(ctx, failure));
  }

  private void web(RoutingContext ctx) {
    var method = ctx.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      webApp.serve(ctx);
    } else {
      answers.problem(ctx, RefusalCode.NOT_FOUND);
    }
  }
}
