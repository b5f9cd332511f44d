package no.samsnakk.platform.answer;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import no.samsnakk.platform.problem.Problem;
import no.samsnakk.platform.problem.RefusalCode;

/**
 * Answers what failed before JAX-RS or beside it, at the management port too. Vert.x and Quarkus,
 * whose handlers would come next, answer with a page or with nothing, and write the address into
 * the log (R9).
 */
@ApplicationScoped
class LastResort {
  private static final int BEFORE_QUARKUS = Integer.MAX_VALUE - 1;

  private final Faults faults;

  LastResort(Faults faults) {
    this.faults = faults;
  }

  void open(@Observes Router router) {
    watch(router);
  }

  void openManagement(@Observes ManagementInterface management) {
    watch(management.router());
  }

  private void watch(Router router) {
    router.route().order(BEFORE_QUARKUS).failureHandler(this::failed);
    // Where the search for a route fails itself no route is asked.
    router.errorHandler(400, ctx -> answer(ctx, RefusalCode.INVALID_REQUEST));
    router.errorHandler(500, ctx -> answer(ctx, RefusalCode.FAULT));
  }

  private void failed(RoutingContext ctx) {
    if (ctx.failure() instanceof SecurityException) {
      // Quarkus asks for what it wants shown, and tells nobody.
      ctx.next();
    } else {
      answer(ctx, RefusalCode.of(ctx.statusCode()));
    }
  }

  private void answer(RoutingContext ctx, RefusalCode reason) {
    var failure = ctx.failure();
    boolean fault = failure != null && reason.equals(RefusalCode.FAULT);
    var problem = Problem.of(fault ? faults.tell(ctx, failure) : reason);
    var response = ctx.response();
    if (response.headWritten()) {
      response.reset();
    } else if (!response.closed()) {
      problem.answer(response);
    }
  }
}
