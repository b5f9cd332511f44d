package no.samsnakk.platform.intake;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.samsnakk.platform.event.Forgeries;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers where records lie that could not be read or taken in, or were not believed, so that
 * somebody can look at them.
 */
@ApplicationScoped
@Startup
class SetAside {
  private static final String PLACES =
      """
       (topic, partition, "offset", at)
      select place.*, $4::timestamptz
      from unnest($1::text[], $2::int[], $3::bigint[]) place\
      """;
  private static final String UNLESS_THERE = " on conflict do nothing";
  private static final String UNREADABLE = "insert into set_aside" + PLACES + UNLESS_THERE;

  /** Whoever forges can go on for ever: the first ten thousand places are enough to find him. */
  private static final String FORGED =
      "insert into forged"
          + PLACES
          + " limit greatest(10000 - (select count(*) from forged), 0)"
          + UNLESS_THERE;

  private final Clock clock;
  private final Forgeries forgeries;
  private final Border border;
  private final Warnings warnings;

  SetAside(
      Clock clock,
      Forgeries forgeries,
      Border border,
      MeterRegistry metrics,
      @ServiceName String service) {
    this.clock = clock;
    this.forgeries = forgeries;
    this.border = border;
    this.warnings = new Warnings(metrics.counter("samsnakk." + service + ".records.set.aside"));
  }

  /**
   * Puts these aside that are not to be taken in, in the caller's transaction, which takes in the
   * rest; so it also takes away the {@link Border} that they lie behind. The operator is told by
   * {@link EventConsumer}, once that is committed.
   */
  Uni<Void> put(SqlConnection transaction, List<ReceivedRecord> batch) {
    return insert(transaction, UNREADABLE, of(batch, Heard.Unreadable.class))
        .chain(() -> insert(transaction, FORGED, of(batch, Heard.Forged.class)))
        .chain(() -> border.close(transaction, batch.stream().map(ReceivedRecord::from).toList()));
  }

  private static List<ReceivedRecord> of(List<ReceivedRecord> batch, Class<? extends Heard> kind) {
    return batch.stream().filter(taken -> kind.isInstance(taken.heard())).toList();
  }

  /** Tells the operator which of these were put aside. */
  void tell(List<ReceivedRecord> committed) {
    committed.forEach(this::tell);
  }

  private void tell(ReceivedRecord taken) {
    var from = taken.from();
    switch (taken.heard()) {
      case Heard.Unreadable(var why) ->
          warnings.tell(
              since -> LOG.setAside(since, from.topic(), from.partition(), from.offset(), why));
      case Heard.Forged(var why) -> forgeries.tell(from, why);
      case Heard.Told told -> {}
      case Heard.PassesBy passes -> {}
      case Heard.Unsealed unsealed -> {}
    }
  }

  private Uni<Void> insert(
      SqlConnection transaction, String statement, List<ReceivedRecord> batch) {
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(statement)
            .execute(rows(batch.stream().map(ReceivedRecord::from).toList()))
            .replaceWithVoid();
  }

  private Tuple rows(List<? extends ConsumerRecord<?, ?>> batch) {
    return Tuple.tuple()
        .addArrayOfString(batch.stream().map(ConsumerRecord::topic).toArray(String[]::new))
        .addArrayOfInteger(batch.stream().map(ConsumerRecord::partition).toArray(Integer[]::new))
        .addArrayOfLong(batch.stream().map(ConsumerRecord::offset).toArray(Long[]::new))
        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
