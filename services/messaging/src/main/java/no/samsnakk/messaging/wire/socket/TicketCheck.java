package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.wire.connection.SocketSlot;
import no.samsnakk.messaging.wire.connection.SocketSlots;
import no.samsnakk.messaging.wire.connection.Tcp;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.request.SocketUpgrade;
import no.samsnakk.platform.settings.ServiceSettings;
import no.samsnakk.platform.ticket.Ticket;
import no.samsnakk.platform.ticket.Tickets;

/**
 * Who may open a socket: a browser that is on our own page and shows a ticket that nobody has shown
 * before. Checked before the upgrade, so that a stranger never gets to send a frame.
 */
@Singleton
class TicketCheck implements HttpUpgradeCheck {
  private static final String PROTOCOL = "samsnakk.v1";
  private static final String TICKET = "ticket.";

  private final String origin;
  private final Tickets tickets;
  private final UsedTickets used;
  private final SocketSlots places;
  private final Limits limits;
  private final AuditTrail trail;
  private final AtomicInteger arriving = new AtomicInteger();

  TicketCheck(
      ServiceSettings settings,
      Tickets tickets,
      UsedTickets used,
      SocketSlots places,
      Limits limits,
      AuditTrail trail) {
    this.origin = settings.origin();
    this.tickets = tickets;
    this.used = used;
    this.places = places;
    this.limits = limits;
    this.trail = trail;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
    var request = upgrade.httpRequest();
    if (!SocketUpgrade.isAskedForBy(request)) {
      return CheckResult.rejectUpgrade(426);
    }
    // A missing Origin is no browser of ours either.
    if (!origin.equals(request.getHeader("Origin"))) {
      return CheckResult.rejectUpgrade(403);
    }
    if (arriving.incrementAndGet() > limits.arrivalsAtOnce()) {
      arriving.decrementAndGet();
      return CheckResult.rejectUpgrade(503);
    }
    return Uni.createFrom()
        .deferred(
            () ->
                ticket(request)
                    .map(ticket -> admit(upgrade, ticket))
                    .orElseGet(() -> CheckResult.rejectUpgrade(401)))
        .onTermination()
        .invoke(arriving::decrementAndGet);
  }

  /** The place is taken before the database is waited for. */
  private Uni<CheckResult> admit(HttpUpgradeContext upgrade, Ticket ticket) {
    return places
        .take(ticket.personId())
        .map(place -> admit(upgrade, ticket, place))
        .orElseGet(() -> turnedAway(upgrade, ticket))
        .onFailure()
        .invoke(failure -> LOG.ticketsUnchecked(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithItem(() -> CheckResult.rejectUpgradeSync(503));
  }

  private Uni<CheckResult> admit(HttpUpgradeContext upgrade, Ticket ticket, SocketSlot place) {
    return holding(
        place,
        Uni.createFrom()
            .completionStage(() -> used.use(ticket).toCompletionStage())
            .emitOn(turns())
            .chain(
                first ->
                    first
                        ? permitted(upgrade, ticket, place, true)
                        : refused(ticket, RefusalCode.TICKET_SPENT)));
  }

  /** The place is given back where no socket comes of it. */
  private static Uni<CheckResult> holding(SocketSlot place, Uni<CheckResult> check) {
    return check
        .invoke(
            checked -> {
              if (!checked.isUpgradePermitted()) {
                place.giveBack();
              }
            })
        .onFailure()
        .invoke(place::giveBack)
        .onCancellation()
        .invoke(place::giveBack);
  }

  /** A task of its own: what else has come by now, as that the browser is gone, goes first. */
  private static Executor turns() {
    var here = Vertx.currentContext();
    return task -> here.runOnContext(turn -> task.run());
  }

  /** In the log before she hears it (R6). The ticket is not used up: no socket comes of it. */
  private Uni<CheckResult> turnedAway(HttpUpgradeContext upgrade, Ticket ticket) {
    return places
        .takeToLeave(ticket.personId())
        .map(place -> turnedAway(upgrade, ticket, place))
        .orElseGet(() -> refused(ticket, RefusalCode.TOO_MANY_SOCKETS));
  }

  private Uni<CheckResult> turnedAway(HttpUpgradeContext upgrade, Ticket ticket, SocketSlot place) {
    return holding(
        place,
        trail
            .refused(ticket.personId(), null, RefusalCode.TOO_MANY_SOCKETS.code())
            .emitOn(turns())
            .chain(() -> permitted(upgrade, ticket, place, false)));
  }

  /** From here on the connection has the place, whether or not a socket comes of it. */
  private static Uni<CheckResult> permitted(
      HttpUpgradeContext upgrade, Ticket ticket, SocketSlot place, boolean stays) {
    var request = upgrade.httpRequest();
    var tcp = Tcp.below(request.connection());
    if (request.isEnded() || !tcp.isOpen()) {
      // The browser has gone away meanwhile: Vert.x would throw, and nobody hears the answer.
      return CheckResult.rejectUpgrade(400);
    }
    tcp.whenGone(place::giveBack);
    upgrade.userData().put(Admission.KEY, new Admission(ticket, tcp, stays));
    return CheckResult.permitUpgrade();
  }

  /** The ticket is ours, so it is known who is refused: in the log before it is answered (R6). */
  private Uni<CheckResult> refused(Ticket ticket, RefusalCode reason) {
    return trail
        .refused(ticket.personId(), null, reason.code())
        .replaceWith(() -> CheckResult.rejectUpgradeSync(reason.status()));
  }

  /** In the subprotocols, beside our own: never in the URL, where it would be logged. */
  private Optional<Ticket> ticket(HttpServerRequest request) {
    var offered = SocketUpgrade.tokens(request, "Sec-WebSocket-Protocol").toList();
    return offered.contains(PROTOCOL)
        ? offered.stream()
            .filter(name -> name.startsWith(TICKET))
            .findFirst()
            .flatMap(name -> tickets.verify(name.substring(TICKET.length())))
        : Optional.empty();
  }
}
