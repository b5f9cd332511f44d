package no.samsnakk.gateway.answer;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.answer.BrokenOff;
import no.samsnakk.platform.answer.Outage;
import no.samsnakk.platform.answer.Outages;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.problem.Problem;
import no.samsnakk.platform.problem.Refusal;

/**
 * Answers problems where JAX-RS does not. Like platform's mapper: a refusal of a known person is in
 * the log before she hears of it (R6).
 */
@ApplicationScoped
public class Answers {
  private final ObjectMapper json;
  private final Sessions sessions;
  private final AuditTrail trail;
  private final Outages outages;

  Answers(ObjectMapper json, Sessions sessions, AuditTrail trail, Outages outages) {
    this.json = json;
    this.sessions = sessions;
    this.trail = trail;
    this.outages = outages;
  }

  /** Answers what went wrong. */
  public void failed(RoutingContext ctx, Throwable failure) {
    if (failure instanceof Refusal refusal) {
      traced(ctx.request(), refusal)
          .subscribe()
          .with(
              logged -> problem(ctx, Problem.of(refusal.reason(), refusal.status())),
              e -> notLogged(ctx, e));
    } else if (!ctx.response().closed()) {
      // Nobody has to know that a browser has left while it was waiting.
      boolean outage = Outage.isBehind(failure);
      if (!BrokenOff.is(ctx.request(), failure)) {
        tell(failure, outage);
      }
      problem(ctx, outage ? RefusalCode.TEMPORARILY_UNAVAILABLE : RefusalCode.FAULT);
    }
  }

  private void tell(Throwable failure, boolean outage) {
    if (outage) {
      outages.tell(failure);
    } else {
      LOG.fault(failure);
    }
  }

  /**
   * Answers a problem that is nobody's refusal: a path that is not there, a service that is away.
   */
  public void problem(RoutingContext ctx, RefusalCode reason) {
    problem(ctx, Problem.of(reason));
  }

  /** The same, of one that is answered under another status than its own. */
  public void problem(RoutingContext ctx, Problem problem) {
    var response = ctx.response();
    if (response.headWritten() || response.closed()) {
      return;
    }
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!ctx.request().isEnded()) {
      // What was sent has not been read, so nothing else can come over this connection.
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response.end(body(problem));
  }

  /** The problem as JSON. */
  public Buffer body(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Uni<Void> traced(HttpServerRequest request, Refusal refusal) {
    if (refusal.reason().equals(RefusalCode.NOT_SIGNED_IN)) {
      return Uni.createFrom().voidItem();
    }
    return sessions
        .find(SessionCookie.in(request))
        .chain(
            known ->
                known
                    .map(
                        session ->
                            trail.refused(
                                session.personId(), refusal.roomId(), refusal.reason().code()))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private void notLogged(RoutingContext ctx, Throwable cause) {
    LOG.refusalNotLogged(cause);
    problem(ctx, RefusalCode.LOG_UNAVAILABLE);
  }
}
