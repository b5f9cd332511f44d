package no.samsnakk.platform.answer;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.audittrail.RefusedAgent;
import no.samsnakk.platform.problem.Problem;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.request.Line;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where what went wrong becomes an answer (R11). A refusal of a known person is in
 * the log before she hears of it (R6); a fault is logged for the operator and tells the client
 * nothing.
 */
public class ProblemMapper {
  private final AuditTrail trail;
  private final RefusedAgent agent;
  private final Faults faults;
  private final CurrentVertxRequest current;

  ProblemMapper(AuditTrail trail, RefusedAgent agent, Faults faults, CurrentVertxRequest current) {
    this.trail = trail;
    this.agent = agent;
    this.faults = faults;
    this.current = current;
  }

  @ServerExceptionMapper
  public Uni<Response> refused(Refusal refusal) {
    return agent
        .current()
        .chain(
            person ->
                person
                    .map(id -> trail.refused(id, refusal))
                    .orElseGet(() -> Uni.createFrom().item(refusal.reason())))
        .map(reason -> problem(reason, refusal).response())
        .onFailure()
        .invoke(LOG::refusalNotLogged)
        .onFailure()
        .recoverWithItem(() -> Problem.of(RefusalCode.LOG_UNAVAILABLE).response());
  }

  /** What the log made of it may be another answer, which knows no time. */
  private static Problem problem(RefusalCode reason, Refusal refusal) {
    return reason.equals(refusal.reason())
        ? Problem.of(reason, refusal.notBefore())
        : Problem.of(reason);
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e) {
    List<Problem.Field> fields =
        e.getConstraintViolations().stream().map(ProblemMapper::field).toList();
    return Problem.of(RefusalCode.INVALID_REQUEST, fields).response();
  }

  /** Named twice: for a value of a wrong type Quarkus has an answer of its own, with the value. */
  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  public Response unreadable(JsonProcessingException e) {
    return Problem.of(RefusalCode.INVALID_REQUEST).response();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response notSignedIn(SecurityException e) {
    return Problem.of(RefusalCode.NOT_SIGNED_IN).response();
  }

  @ServerExceptionMapper
  public Response notAllowed(ForbiddenException e) {
    return Problem.of(RefusalCode.NOT_ALLOWED).response();
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e) {
    return Problem.ofStatus(e.getResponse().getStatus()).response();
  }

  @ServerExceptionMapper
  public Response fault(Throwable e) {
    return Problem.of(faults.tell(current.getCurrent(), e)).response();
  }

  private static Problem.Field field(ConstraintViolation<?> violation) {
    var path = violation.getPropertyPath().toString();
    return new Problem.Field(path.substring(path.lastIndexOf('.') + 1), code(violation));
  }

  /** A line says itself what is wrong with it; of the others the constraint's name is the code. */
  private static String code(ConstraintViolation<?> violation) {
    var annotation = violation.getConstraintDescriptor().getAnnotation();
    return annotation instanceof Line
        ? violation.getMessage()
        : annotation
            .annotationType()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
  }
}
