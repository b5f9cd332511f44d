package no.samsnakk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.platform.problem.Refusal;

/**
 * Access tokens that are good for some time yet. When one is about to expire, one request of one
 * instance gets new tokens; the others go on with the old one while it lasts and wait after that.
 * Only where the issuer takes longer than {@link #LEASE} may a second one ask too (decision 36).
 *
 * <pre>
 *   good for long ──────────────────────────────────────────────▶ pass on
 *   about to expire ─ I have the lease ─ issuer ─ new tokens ───▶ store, pass on
 *        │                                  ├── refuses ────────▶ the session is over (told): 401
 *        │                                  └── away ─┐
 *        └─ another has it ─────────────────────────── ┴─ old one still good ─▶ pass on
 *                                                       └─ expired ─▶ look again, at last 503
 * </pre>
 *
 * The lease is a time in the row and not a lock: nothing outside runs in a transaction (R12), and
 * an instance that dies with it holds nobody up for longer than {@link #LEASE}.
 */
@ApplicationScoped
public class FreshTokens {
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int LOOKS = 100;

  private static final String TAKE_LEASE =
      """
      update session set refreshing_until = $3
      where session_id = $1 and access_expires_at = $2
        and (refreshing_until is null or refreshing_until <= $4)""";
  private static final String STORE =
      """
      update session set tokens = $2, access_expires_at = $3, refresh_expires_at = $4,
        refreshing_until = null, asked_at = now()
      where session_id = $1""";
  private static final String GIVE_BACK =
      "update session set refreshing_until = null where session_id = $1";
  private static final String READ =
      "select" + SessionRows.COLUMNS + "from session where session_id = $1";

  private final Pool pool;
  private final SessionRows rows;
  private final Sessions sessions;
  private final SessionCache cache;
  private final Issuer issuer;
  private final SessionConfig config;
  private final Clock clock;
  private final Executor issuerCalls = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, Uni<Session>> underWay = new ConcurrentHashMap<>();

  FreshTokens(
      Pool pool,
      SessionRows rows,
      Sessions sessions,
      SessionCache cache,
      Issuer issuer,
      SessionConfig config,
      Clock clock) {
    this.pool = pool;
    this.rows = rows;
    this.sessions = sessions;
    this.cache = cache;
    this.issuer = issuer;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The session with an access token that can be passed on. Who waits for tokens that another one
   * has asked for gets those alone from it: the rest is as it was given.
   *
   * @return fails with {@code not-signed-in} if the issuer has ended it, with {@code
   *     temporarily-unavailable} if it cannot be asked; may arrive on another thread
   */
  public Uni<Session> of(Session session) {
    return lasts(session, config.refreshAhead())
        ? Uni.createFrom().item(session)
        : underWay.computeIfAbsent(session.sessionId(), id -> renew(session)).map(session::newest);
  }

  private Uni<Session> renew(Session session) {
    return takeLease(session)
        .chain(mine -> mine ? refresh(session) : makeDo(session, LOOKS))
        .onTermination()
        .invoke(() -> underWay.remove(session.sessionId()))
        .memoize()
        .indefinitely();
  }

  private Uni<Boolean> takeLease(Session session) {
    var now = clock.instant();
    return pool.preparedQuery(TAKE_LEASE)
        .execute(
            SessionRows.parameters(
                session.sessionId(), session.tokens().accessExpiresAt(), now.plus(LEASE), now))
        .map(updated -> updated.rowCount() == 1);
  }

  private Uni<Session> refresh(Session session) {
    return Uni.createFrom()
        .item(() -> issuer.refresh(session.tokens()))
        .runSubscriptionOn(issuerCalls)
        .chain(tokens -> store(session.with(tokens)))
        .onFailure(IssuerFailure.class)
        .recoverWithUni(failure -> failed(session, (IssuerFailure) failure));
  }

  private Uni<Session> store(Session session) {
    var tokens = session.tokens();
    return pool.preparedQuery(STORE)
        .execute(
            SessionRows.parameters(
                session.sessionId(),
                rows.sealed(session),
                tokens.accessExpiresAt(),
                tokens.refreshExpiresAt()))
        .map(updated -> requireAlive(session, updated.rowCount() == 1))
        .invoke(cache::renewed);
  }

  private Uni<Session> failed(Session session, IssuerFailure failure) {
    return switch (failure.kind()) {
      case REFUSED ->
          sessions
              .end(session, Cause.ENDED_ELSEWHERE)
              .chain(() -> Uni.createFrom().failure(new Refusal(RefusalCode.NOT_SIGNED_IN)));
      case UNAVAILABLE -> giveBack(session).chain(() -> makeDo(session, 0));
    };
  }

  private Uni<Void> giveBack(Session session) {
    return pool.preparedQuery(GIVE_BACK)
        .execute(SessionRows.parameters(session.sessionId()))
        .replaceWithVoid();
  }

  /** With what there is: the old token while it lasts, then what another instance gets. */
  private Uni<Session> makeDo(Session session, int looks) {
    if (lasts(session, Duration.ofSeconds(1))) {
      return Uni.createFrom().item(session);
    }
    if (looks == 0) {
      return Uni.createFrom().failure(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE));
    }
    return pool.preparedQuery(READ)
        .execute(SessionRows.parameters(session.sessionId()))
        .map(found -> rows.session(found, session::isSameAs))
        .chain(found -> lookAgain(found, looks));
  }

  private Uni<Session> lookAgain(Optional<Session> found, int looks) {
    var session = requireAlive(found);
    if (lasts(session, Duration.ofSeconds(1))) {
      cache.renewed(session);
      return Uni.createFrom().item(session);
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .onExecutor(Infrastructure.getDefaultWorkerPool())
        .by(LOOK_AGAIN)
        .chain(() -> makeDo(session, looks - 1));
  }

  private boolean lasts(Session session, Duration atLeast) {
    return session.tokens().accessExpiresAt().isAfter(clock.instant().plus(atLeast));
  }

  private static Session requireAlive(Session session, boolean alive) {
    return requireAlive(alive ? Optional.of(session) : Optional.empty());
  }

  private static Session requireAlive(Optional<Session> session) {
    return session.orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN));
  }
}
