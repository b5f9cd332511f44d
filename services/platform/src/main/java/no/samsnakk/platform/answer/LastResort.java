package no.samsnakk.platform.answer;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Problem;

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
    router.errorHandler(400, ctx -> answer(ctx, Problem.of(RefusalCode.INVALID_REQUEST)));
    router.errorHandler(500, ctx -> answer(ctx, Problem.of(RefusalCode.FAULT)));
  }

  private void failed(RoutingContext ctx) {
    if (ctx.failure() instanceof SecurityException) {
      // Quarkus asks for what it wants shown, and tells nobody.
      ctx.next();
    } else {
      answer(ctx, Problem.ofStatus(ctx.statusCode()));
    }
  }

  private void answer(RoutingContext ctx, Problem otherwise) {
    var failure = ctx.failure();
    boolean fault = failure != null && otherwise.isFault();
    var problem = fault ? Problem.of(faults.tell(ctx, failure)) : otherwise;
    var response = ctx.response();
    if (response.headWritten()) {
      response.reset();
    } else if (!response.closed()) {
      problem.answer(response);
    }
  }
}
