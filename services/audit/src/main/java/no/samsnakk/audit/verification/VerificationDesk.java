package no.samsnakk.audit.verification;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.operator.OperatorKey;

/**
 * Where whoever runs Samsnakk has the log verified: {@code POST /operator/log/verification?head=…}
 * at the management port, with the operator's key. That it was asked is in the log before anything
 * is read (R6). The answer is text that grows while the log is read; the last line begins with the
 * verdict.
 */
@ApplicationScoped
class VerificationDesk {
  private static final long TOLD_EVERY = 100_000;

  private final OperatorKey key;
  private final Verification verification;
  private final Pool pool;
  private final Ledger ledger;
  private final AuditTrail trail;
  private final Clock clock;

  VerificationDesk(
      OperatorKey key,
      Verification verification,
      Pool pool,
      Ledger ledger,
      AuditTrail trail,
      Clock clock) {
    this.key = key;
    this.verification = verification;
    this.pool = pool;
    this.ledger = ledger;
    this.trail = trail;
    this.clock = clock;
  }

  void open(@Observes ManagementInterface management) {
    var router = management.router();
    router.route("/operator/*").handler(key::letIn);
    router.post("/operator/log/verification").handler(this::verify);
  }

  private void verify(RoutingContext request) {
    var given = request.request().getParam("head");
    var head = given == null ? Optional.<Head>empty() : Head.read(given);
    if (given != null && head.isEmpty()) {
      refuse(request, 400, "head-invalid");
      return;
    }
    var response = request.response().putHeader("Content-Type", "text/plain").setChunked(true);
    asked()
        .chain(() -> verification.run(head, read -> progress(response, read)))
        .subscribe()
        .with(
            found ->
                found.ifPresentOrElse(
                    verified -> response.end(verified.words() + "\n"),
                    () -> refuse(request, 409, "verification-running")),
            failure -> failed(response, failure));
  }

  private Uni<Head> asked() {
    var entry =
        AuditRecorded.success(
            Ids.next(), clock.instant(), AuditAction.LOG_VERIFIED, AuditRecorded.OPERATOR, null);
    return pool.withTransaction(transaction -> ledger.append(transaction, List.of(entry)));
  }

  private static void progress(HttpServerResponse response, long read) {
    if (read > 0 && read % TOLD_EVERY == 0 && !response.closed()) {
      response.write("%d entries read\n".formatted(read));
    }
  }

  /** What is refused to one who has shown the key is in the log (R6). */
  private void refuse(RoutingContext request, int status, String code) {
    trail
        .refused(AuditRecorded.OPERATOR, null, code)
        .subscribe()
        .with(
            logged -> request.response().setStatusCode(status).end(code + "\n"),
            failure -> failed(request.response(), failure));
  }

  private static void failed(HttpServerResponse response, Throwable failure) {
    LOG.notVerified(failure.getClass().getSimpleName());
    if (!response.headWritten()) {
      response.setStatusCode(503);
    }
    response.end("FAILED: it did not end and can be asked again\n");
  }
}
