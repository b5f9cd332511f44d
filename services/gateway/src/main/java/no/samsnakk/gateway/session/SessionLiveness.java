package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;

/**
 * Asks the issuer whether its session behind each of ours still lives. It tells by back-channel
 * logout when it ends one; it tells nothing when an administrator signs everybody out or locks
 * somebody out, and then this finds it, within {@link SessionConfig#askEvery}.
 *
 * <pre>
 *   due ─ taken by one instance, asked_at = now ─ issuer ─┬─ lives ───▶ due again in a minute
 *                                                         ├─ is over ─▶ ended, told
 *                                                         └─ away ────▶ likewise due again: an
 *                                                                       outage is not an end
 * </pre>
 *
 * Asking neither prolongs the issuer's session nor renews a token: who idles is still signed out.
 */
@ApplicationScoped
class SessionLiveness {
  private static final int TOGETHER = 100;
  private static final int AT_ONCE = 4;
  private static final String TAKE_DUE =
      """
      update session set asked_at = $1 where session_id in (
        select session_id from session where asked_at <= $2
        order by asked_at limit $3 for update skip locked)
      returning"""
          + SessionRows.COLUMNS;

  private final Vertx vertx;
  private final Pool pool;
  private final SessionRows rows;
  private final Sessions sessions;
  private final Issuer issuer;
  private final SessionConfig config;
  private final Clock clock;
  private final Executor issuerCalls = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean asking = new AtomicBoolean();

  /**
   * Whether the issuer has left a question of this round without an answer: that ends the round.
   */
  private final AtomicBoolean away = new AtomicBoolean();

  private volatile long timer;

  SessionLiveness(
      Vertx vertx,
      Pool pool,
      SessionRows rows,
      Sessions sessions,
      Issuer issuer,
      SessionConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.pool = pool;
    this.rows = rows;
    this.sessions = sessions;
    this.issuer = issuer;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    long look = Math.max(100, config.askEvery().toMillis() / 12);
    timer = vertx.setPeriodic(look, id -> look());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (asking.compareAndSet(false, true)) {
      away.set(false);
      askDue()
          .onTermination()
          .invoke(() -> asking.set(false))
          .subscribe()
          .with(asked -> {}, e -> LOG.issuerNotAsked(e.getClass().getSimpleName()));
    }
  }

  private Uni<Void> askDue() {
    return takeDue().chain(due -> ask(due).chain(() -> goesOn(due) ? askDue() : done()));
  }

  private boolean goesOn(List<Session> taken) {
    return taken.size() == TOGETHER && !away.get();
  }

  private Uni<List<Session>> takeDue() {
    var now = clock.instant();
    return pool.preparedQuery(TAKE_DUE)
        .execute(SessionRows.parameters(now, now.minus(config.askEvery()), TOGETHER))
        .map(rows::sessions);
  }

  /** Those that are over for us anyway are not asked about: they are being cleared away. */
  private Uni<Void> ask(List<Session> due) {
    return Multi.createFrom()
        .iterable(due)
        .filter(session -> !session.isOver(clock.instant()))
        .onItem()
        .transformToUni(this::ask)
        .merge(AT_ONCE)
        .collect()
        .with(Collectors.counting())
        .replaceWithVoid();
  }

  private Uni<Void> ask(Session session) {
    if (away.get()) {
      return done();
    }
    return Uni.createFrom()
        .item(() -> issuer.lives(session.tokens()))
        .runSubscriptionOn(issuerCalls)
        .chain(lives -> lives ? done() : sessions.endIfUnchanged(session))
        .onFailure(IssuerFailure.class)
        .recoverWithUni(this::unanswered);
  }

  private Uni<Void> unanswered(Throwable failure) {
    if (away.compareAndSet(false, true)) {
      LOG.issuerNotAsked("" + failure.getMessage());
    }
    return done();
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
