package no.samsnakk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.gateway.issuer.EndedAtIssuer;
import no.samsnakk.gateway.issuer.ProvenLogin;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** The sessions of all instances: they are in the database, every instance knows every one. */
@ApplicationScoped
public class Sessions {
  private static final String FIND =
      "select" + SessionRows.COLUMNS + "from session where secret_hash = $1";
  private static final String INSERT =
      """
      insert into session (session_id, secret_hash, person_id, subject, provider_sid, tokens,
        access_expires_at, refresh_expires_at, ends_at, started_at, active_at, idle_ends_at,
        browser, system)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13)""";

  private static final String SHARED =
      "select distinct provider_sid from session where provider_sid = any($1::text[])";

  private final Pool pool;
  private final SessionRows rows;
  private final SessionTermination termination;
  private final SessionCache cache;
  private final SessionConfig config;
  private final Clock clock;

  Sessions(
      Pool pool,
      SessionRows rows,
      SessionTermination termination,
      SessionCache cache,
      SessionConfig config,
      Clock clock) {
    this.pool = pool;
    this.rows = rows;
    this.termination = termination;
    this.cache = cache;
    this.config = config;
    this.clock = clock;
  }

  /** The live session of this browser, as it was at most a few seconds ago. */
  public Uni<Optional<Session>> find(Optional<BrowserSecret> shown) {
    if (shown.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    var hash = shown.get().hash();
    var known = cache.get(hash);
    // One that seems to be over may have been renewed by another instance since it was read.
    boolean sure = known != null && known.filter(this::isOver).isEmpty();
    var found = sure ? Uni.createFrom().item(known) : read(hash);
    return found.map(session -> session.filter(it -> !isOver(it)));
  }

  private boolean isOver(Session session) {
    return session.isOver(clock.instant());
  }

  private Uni<Optional<Session>> read(String hash) {
    return pool.preparedQuery(FIND)
        .execute(SessionRows.parameters(hash))
        .map(
            found -> {
              var session = rows.session(found, it -> it.secretHash().equals(hash));
              session.ifPresent(cache::read);
              if (session.isEmpty() && found.rowCount() > 0) {
                cache.refused(hash);
              }
              return session;
            });
  }

  /**
   * A new session with a new secret: nothing that a browser brought before a login opens anything
   * after it. The session that this browser may have had before is over.
   *
   * @param before what the browser showed
   */
  public Uni<Begun> begin(
      UUID personId, ProvenLogin login, Device device, @Nullable BrowserSecret before) {
    var secret = BrowserSecret.random();
    var now = clock.instant();
    var session =
        new Session(
            Ids.next(),
            secret.hash(),
            personId,
            login.subject(),
            login.providerSid(),
            now,
            now.plus(config.life()),
            now.plus(config.idle()),
            login.tokens());
    return pool.withTransaction(tx -> end(tx, before).call(() -> insert(tx, session, device)))
        .invoke(cache::ended)
        .map(replaced -> new Begun(secret, replaced));
  }

  /**
   * A session that has begun.
   *
   * @param replaced the one that the same browser had before, if any
   */
  public record Begun(BrowserSecret secret, List<Session> replaced) {}

  private Uni<List<Session>> end(SqlClient tx, @Nullable BrowserSecret before) {
    return before == null
        ? Uni.createFrom().item(List.of())
        : termination.replaced(tx, before.hash());
  }

  private Uni<Void> insert(SqlClient tx, Session session, Device device) {
    var tokens = session.tokens();
    return tx.preparedQuery(INSERT)
        .execute(
            SessionRows.parameters(
                session.sessionId(),
                session.secretHash(),
                session.personId(),
                session.subject(),
                session.providerSid(),
                rows.sealed(session),
                tokens.accessExpiresAt(),
                tokens.refreshExpiresAt(),
                session.endsAt(),
                session.startedAt(),
                session.idleEndsAt(),
                device.browser().name(),
                device.system().name()))
        .replaceWithVoid();
  }

  /** Ends one session, tells everybody, and leaves the trace, in one transaction (R6). */
  public Uni<Void> end(Session session, Cause cause) {
    return pool.withTransaction(tx -> termination.one(tx, session, cause))
        .invoke(ended -> cache.ended(List.of(session)))
        .replaceWithVoid();
  }

  /** Ends one that the issuer says is over, unless it has got new tokens meanwhile. */
  Uni<Void> endIfUnchanged(Session session) {
    return pool.withTransaction(tx -> termination.unchanged(tx, session, Cause.ENDED_ELSEWHERE))
        .invoke(cache::ended)
        .replaceWithVoid();
  }

  /**
   * Ends what the issuer has ended.
   *
   * @return how many that were
   */
  public Uni<Integer> end(EndedAtIssuer ended) {
    return pool.withTransaction(tx -> termination.atIssuer(tx, ended))
        .invoke(cache::ended)
        .map(List::size);
  }

  /**
   * Those of them that were the last to share their session at the issuer: ending it there ends no
   * session that somebody is still in.
   */
  public Uni<List<Session>> lastAtIssuer(List<Session> ended) {
    var sids = ended.stream().map(Session::providerSid).toArray(String[]::new);
    return pool.preparedQuery(SHARED)
        .execute(SessionRows.parameters((Object) sids))
        .map(
            found -> {
              Set<String> shared = new HashSet<>();
              found.forEach(row -> shared.add(row.getString("provider_sid")));
              return ended.stream().filter(one -> !shared.contains(one.providerSid())).toList();
            });
  }

  /** Ends some of what has expired: {@link SessionTermination#AT_ONCE} where there may be more. */
  Uni<List<Session>> endExpired() {
    return pool.withTransaction(tx -> termination.expired(tx, clock.instant()))
        .invoke(cache::ended);
  }
}
