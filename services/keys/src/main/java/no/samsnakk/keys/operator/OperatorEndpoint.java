package no.samsnakk.keys.operator;

import static no.samsnakk.keys.KeysLog.LOG;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.KeyErasure;
import no.samsnakk.keys.KeyRotation;
import no.samsnakk.keys.WrappingRotation;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.operator.OperatorKey;

/**
 * Rotates and destroys keys for whoever runs Samsnakk. On the management port, which the gateway
 * does not know and which listens on this machine only, and with a key of its own.
 *
 * <pre>
 *   POST   /operator/wrapping-key         a new key wraps all rooms' keys
 *   DELETE /operator/wrapping-key/old     the ones before are dropped
 *   POST   /operator/room-keys            every room gets a new key
 *   POST   /operator/rooms/{id}/key       one room does
 *   DELETE /operator/rooms/{id}/key       the room is erased
 * </pre>
 */
@ApplicationScoped
class OperatorEndpoint {
  private final OperatorKey key;
  private final KeyRotation rotation;
  private final WrappingRotation wrapping;
  private final KeyErasure erasure;
  private final AuditTrail trail;

  OperatorEndpoint(
      OperatorKey key,
      KeyRotation rotation,
      WrappingRotation wrapping,
      KeyErasure erasure,
      AuditTrail trail) {
    this.key = key;
    this.rotation = rotation;
    this.wrapping = wrapping;
    this.erasure = erasure;
    this.trail = trail;
  }

  void open(@Observes ManagementInterface management) {
    var router = management.router();
    router.route("/operator/*").handler(key::letIn);
    router.post("/operator/wrapping-key").handler(it -> answer(it, wrapping.turn()));
    router.delete("/operator/wrapping-key/old").handler(it -> answer(it, wrapping.dropOld()));
    router.post("/operator/room-keys").handler(it -> answer(it, rotation.rotateAll()));
    router.post("/operator/rooms/:id/key").handler(it -> withRoom(it, this::rotate));
    router.delete("/operator/rooms/:id/key").handler(it -> withRoom(it, this::erase));
  }

  private void answer(RoutingContext request, Future<Integer> rooms) {
    finish(request, rooms.map(count -> new Answer(200, new JsonObject().put("rooms", count))));
  }

  private static void finish(RoutingContext request, Future<Answer> work) {
    work.onComplete(
        done -> answer(request, done.succeeded() ? done.result() : failed(done.cause())));
  }

  private record Answer(int status, JsonObject body) {
    static Answer refused(RefusalCode reason) {
      return new Answer(reason.status(), new JsonObject().put("code", reason.code()));
    }
  }

  private void withRoom(RoutingContext request, Function<UUID, Future<Answer>> work) {
    UUID roomId;
    try {
      roomId = UUID.fromString(request.pathParam("id"));
    } catch (IllegalArgumentException e) {
      answer(request, Answer.refused(RefusalCode.INVALID_REQUEST));
      return;
    }
    finish(request, work.apply(roomId).compose(answer -> traced(roomId, answer)));
  }

  /** That somebody with the key was refused is in the log before he hears of it (R6). */
  private Future<Answer> traced(UUID roomId, Answer answer) {
    return answer.status() == 200
        ? Future.succeededFuture(answer)
        : UniHelper.toFuture(
                trail.refused(AuditRecorded.OPERATOR, roomId, answer.body().getString("code")))
            .map(answer);
  }

  private Future<Answer> rotate(UUID roomId) {
    return rotation.rotate(roomId).map(rotated -> rotated ? done() : unknown());
  }

  private Future<Answer> erase(UUID roomId) {
    return erasure
        .erase(roomId)
        .map(
            erased ->
                switch (erased) {
                  case ERASED -> done();
                  case NO_KEY -> unknown();
                  case STILL_OPEN -> Answer.refused(RefusalCode.ROOM_STILL_OPEN);
                });
  }

  private static Answer done() {
    return new Answer(200, new JsonObject().put("rooms", 1));
  }

  private static Answer unknown() {
    return Answer.refused(RefusalCode.ROOM_UNKNOWN);
  }

  private static Answer failed(Throwable cause) {
    LOG.keyWorkFailed(cause.getClass().getSimpleName());
    return Answer.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }

  private static void answer(RoutingContext request, Answer answer) {
    request
        .response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", "application/json")
        .end(answer.body().encode());
  }
}
