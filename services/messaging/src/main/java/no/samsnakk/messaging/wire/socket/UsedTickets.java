package no.samsnakk.messaging.wire.socket;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import no.samsnakk.platform.ticket.Ticket;

/**
 * Sees to it that a ticket opens one socket, whichever instance it is shown to, and none once its
 * session is over: both in one statement, with the gateway's own word for the session.
 */
@ApplicationScoped
class UsedTickets {
  private static final Duration PURGE_EVERY = Duration.ofMinutes(1);
  private static final String USE =
      """
      insert into used_ticket (ticket_id, expires_at)
      select $1, $2 from gateway.session_v1 where session_id = $3 and ends_at > now()
      on conflict do nothing""";

  /** A while later, for instances whose clocks differ. */
  private static final String PURGE =
      "delete from used_ticket where expires_at < now() - interval '1 minute'";

  private final Vertx vertx;
  private final Pool pool;

  UsedTickets(Vertx vertx, Pool pool) {
    this.vertx = vertx;
    this.pool = pool;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(PURGE_EVERY.toMillis(), timer -> pool.query(PURGE).execute());
  }

  /** Uses it up; false if it has been used before, or its session is over. */
  Future<Boolean> use(Ticket ticket) {
    var expires = ticket.expiresAt().atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(USE)
        .execute(Tuple.of(ticket.ticketId(), expires, ticket.sessionId()))
        .map(rows -> rows.rowCount() == 1);
  }
}
