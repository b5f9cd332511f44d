package no.samsnakk.platform.schema;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import no.samsnakk.platform.settings.ServiceName;

/**
 * Looks, at the start and each minute, whether the role that this service runs as has settings that
 * {@code roles.sql} does not give it. PostgreSQL lets every role make its own, so they are a sign
 * that somebody else has its password. What the service promises does not stand on them: each of
 * its connections says itself what it goes by ({@code microprofile-config.properties}).
 */
@ApplicationScoped
class RoleSettings {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Whatever the database they are for. */
  private static final String NOT_OURS =
      """
      select count(*) from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) setting
      where s.setrole = current_user::regrole
        and not (s.setdatabase = 0 and setting = any(
          array['search_path=' || $1, 'idle_in_transaction_session_timeout=30s']))""";

  private final Vertx vertx;
  private final Pool pool;
  private final String service;
  private volatile long found;

  RoleSettings(Vertx vertx, Pool pool, @ServiceName String service, MeterRegistry metrics) {
    this.vertx = vertx;
    this.pool = pool;
    this.service = service;
    Gauge.builder("samsnakk." + service + ".role.settings", this, it -> it.found)
        .description("Settings of the service's database role that roles.sql does not give it")
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    look();
    vertx.setPeriodic(EVERY.toMillis(), timer -> look());
  }

  /** Where the database is away, it is told elsewhere, and this looks again. */
  Future<?> look() {
    return pool.preparedQuery(NOT_OURS)
        .execute(Tuple.of(service))
        .onSuccess(rows -> tell(rows.iterator().next().getLong(0)));
  }

  /** Once, as long as there are no more. */
  private void tell(long now) {
    if (now > found) {
      LOG.roleSettings("samsnakk_" + service, now);
    }
    found = now;
  }
}
