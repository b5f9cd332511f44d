package no.samsnakk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * What a person does keeps her session. Nothing else does: no request renews it by being made, so
 * that nothing a browser does by itself can be taken for her, whatever is built later. The page
 * says so when she does something, and a page that lies keeps its own session, until its life ends.
 */
@ApplicationScoped
public class Activity {
  private static final String RENEW =
      """
      update session set active_at = $2, idle_ends_at = $3
      where session_id = $1 and least(ends_at, refresh_expires_at, idle_ends_at) > $2
      returning"""
          + SessionRows.COLUMNS;

  private final Pool pool;
  private final SessionRows rows;
  private final SessionCache cache;
  private final SessionConfig config;
  private final Clock clock;

  Activity(Pool pool, SessionRows rows, SessionCache cache, SessionConfig config, Clock clock) {
    this.pool = pool;
    this.rows = rows;
    this.cache = cache;
    this.config = config;
    this.clock = clock;
  }

  /** The person has just done something in this session. Nothing if it is over. */
  public Uni<Optional<Session>> of(Session session) {
    var now = clock.instant();
    return pool.preparedQuery(RENEW)
        .execute(SessionRows.parameters(session.sessionId(), now, now.plus(config.idle())))
        .map(found -> rows.session(found, session::isSameAs))
        .invoke(renewed -> renewed.ifPresent(cache::renewed));
  }
}
