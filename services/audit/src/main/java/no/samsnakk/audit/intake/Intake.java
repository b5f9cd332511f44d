package no.samsnakk.audit.intake;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.audit.people.Projection;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.platform.intake.Intakes;
import no.samsnakk.platform.intake.SetAside;
import no.samsnakk.platform.intake.Taken;
import no.samsnakk.platform.log.Traced;
import no.samsnakk.platform.log.Warnings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** From Kafka into the log; the package comment says how nothing is lost on the way. */
@ApplicationScoped
@Startup
class Intake {
  private final Intakes intakes;
  private final Ledger ledger;
  private final Projection projection;
  private final SetAside setAside;
  private final Clock clock;
  private final AtomicLong lagMillis;
  private final Warnings contradictions;

  Intake(
      Intakes intakes,
      Ledger ledger,
      Projection projection,
      SetAside setAside,
      Clock clock,
      MeterRegistry metrics) {
    this.intakes = intakes;
    this.ledger = ledger;
    this.projection = projection;
    this.setAside = setAside;
    this.clock = clock;
    this.lagMillis = metrics.gauge("samsnakk.audit.intake.lag.millis", new AtomicLong());
    this.contradictions = new Warnings(metrics.counter("samsnakk.audit.entries.contradicting"));
  }

  /** Offsets are committed when this has completed, which is after the transaction has. */
  @Incoming("intake")
  Uni<Void> take(ConsumerRecords<String, @Nullable String> records) {
    Set<Told> contradicting = ConcurrentHashMap.newKeySet();
    return intakes
        .take(
            records,
            (transaction, batch) -> take(transaction, batch, contradicting),
            failure -> LOG.intakeFailed(failure.getClass().getSimpleName()))
        .invoke(() -> contradicting.forEach(this::tell))
        .invoke(() -> records.forEach(this::measureLag))
        .invoke(() -> tell(records));
  }

  private Uni<Void> take(SqlConnection transaction, List<Taken> batch, Set<Told> contradicting) {
    return takeNews(transaction, batch)
        .chain(() -> setAside.put(transaction, batch))
        // Last, because it makes all others wait until this transaction is over.
        .chain(() -> append(transaction, batch))
        .invoke(contradicting::addAll)
        .replaceWithVoid();
  }

  private Uni<List<Told>> append(SqlConnection transaction, List<Taken> batch) {
    var entries = batch.stream().flatMap(Entries::of).toList();
    return entries.isEmpty() ? Uni.createFrom().item(List.of()) : ledger.take(transaction, entries);
  }

  private void tell(Told contradicting) {
    contradictions.tell(
        since ->
            LOG.contradicting(
                since, String.valueOf(contradicting.teller()), contradicting.entry().entryId()));
  }

  private Uni<Void> takeNews(SqlConnection transaction, List<Taken> batch) {
    return Multi.createFrom()
        .items(batch.stream().flatMap(Taken::event).flatMap(Intake::news))
        .onItem()
        .transformToUniAndConcatenate(event -> projection.take(transaction, event))
        .collect()
        .last();
  }

  private static Stream<RoomEvent> news(EventData event) {
    return event instanceof RoomEvent news ? Stream.of(news) : Stream.empty();
  }

  /** So that one trace can be followed to its end. */
  private static void tell(ConsumerRecords<String, @Nullable String> records) {
    if (LOG.isDebugEnabled()) {
      records.forEach(
          one -> Traced.line(one, () -> LOG.takenIn(one.topic(), one.partition(), one.offset())));
    }
  }

  private void measureLag(ConsumerRecord<?, ?> consumed) {
    lagMillis.set(Math.max(0, clock.millis() - consumed.timestamp()));
  }
}
