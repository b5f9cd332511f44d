package no.samsnakk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What a person sees of her own sessions, and how she ends them. */
@ApplicationScoped
public class OwnSessions {
  private static final String LIST =
      """
      select %s, active_at, browser, system from session
      where person_id = $1 and least(ends_at, refresh_expires_at, idle_ends_at) > $2
      order by session_id = $3 desc, active_at desc
      limit 100"""
          .formatted(SessionRows.COLUMNS);

  private final Pool pool;
  private final SessionRows rows;
  private final SessionTermination termination;
  private final SessionCache cache;
  private final Clock clock;

  OwnSessions(
      Pool pool,
      SessionRows rows,
      SessionTermination termination,
      SessionCache cache,
      Clock clock) {
    this.pool = pool;
    this.rows = rows;
    this.termination = termination;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param current whether it is the one that she asks in
   * @param activeAt when she last did something in it
   */
  public record OwnSession(
      UUID sessionId,
      boolean current,
      Instant startedAt,
      Instant activeAt,
      Device.Browser browser,
      Device.OperatingSystem system) {}

  /** Those that live: hers that asks first, and then by when they were last used. */
  public Uni<List<OwnSession>> of(Session asking) {
    return pool.preparedQuery(LIST)
        .execute(SessionRows.parameters(asking.personId(), clock.instant(), asking.sessionId()))
        .map(
            found ->
                StreamSupport.stream(found.spliterator(), false)
                    .filter(row -> rows.isAsked(rows.session(row), asking::isOfSamePerson))
                    .map(row -> session(row, asking))
                    .toList());
  }

  /**
   * Ends one of them, tells its sockets, and leaves the trace, in one transaction (R6).
   *
   * @return the ended one; nothing where there is none, or it is somebody else's
   */
  public Uni<List<Session>> end(Session asking, UUID sessionId) {
    return pool.withTransaction(tx -> termination.own(tx, asking.personId(), sessionId))
        .invoke(cache::ended);
  }

  /** Likewise all of them but the one that asks. */
  public Uni<List<Session>> endOthers(Session asking) {
    return pool.withTransaction(tx -> termination.others(tx, asking)).invoke(cache::ended);
  }

  private static OwnSession session(Row row, Session asking) {
    var id = row.getUUID("session_id");
    var device = Device.stored(row.getString("browser"), row.getString("system"));
    return new OwnSession(
        id,
        id.equals(asking.sessionId()),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("active_at").toInstant(),
        device.browser(),
        device.system());
  }
}
