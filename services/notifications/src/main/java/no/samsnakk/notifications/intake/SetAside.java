package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Remembers where records lie that could not be read, so that somebody can look at them. */
@ApplicationScoped
@Startup
class SetAside {
  private static final String INSERT =
      """
      insert into set_aside (topic, partition, "offset", at) values ($1, $2, $3, $4)
      on conflict do nothing""";

  private final Clock clock;
  private final Counter counter;

  SetAside(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.counter = metrics.counter("samsnakk.notifications.records.set.aside");
  }

  /** Puts these aside, in the caller's transaction. */
  Uni<Void> put(SqlConnection transaction, List<Batch.Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    unreadable.forEach(one -> LOG.setAside(one.topic(), one.partition(), one.offset(), one.why()));
    counter.increment(unreadable.size());
    return transaction
        .preparedQuery(INSERT)
        .executeBatch(unreadable.stream().map(this::row).toList())
        .replaceWithVoid();
  }

  private Tuple row(Batch.Unreadable one) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Tuple.of(one.topic(), one.partition(), one.offset(), now);
  }
}
