package no.samsnakk.audit.intake;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.audit.people.Projection;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.platform.intake.EventConsumer;
import no.samsnakk.platform.intake.ReceivedRecord;
import no.samsnakk.platform.log.Warnings;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What the log does with what it hears; the package comment says how nothing is lost. */
@ApplicationScoped
@Startup
class Intake {
  private final EventConsumer consumer;
  private final Entries entries;
  private final Ledger ledger;
  private final Projection projection;
  private final Warnings contradictions;

  Intake(
      EventConsumer consumer,
      Entries entries,
      Ledger ledger,
      Projection projection,
      MeterRegistry metrics) {
    this.consumer = consumer;
    this.entries = entries;
    this.ledger = ledger;
    this.projection = projection;
    this.contradictions = new Warnings(metrics.counter("samsnakk.audit.entries.contradicting"));
  }

  /** Offsets are committed when this has completed, which is after the transaction has. */
  @Incoming("intake")
  Uni<Void> take(ConsumerRecords<String, @Nullable String> records) {
    Set<Told> contradicting = ConcurrentHashMap.newKeySet();
    return consumer
        .consume(records, (transaction, batch) -> take(transaction, batch, contradicting))
        .invoke(() -> contradicting.forEach(this::tell));
  }

  private Uni<Void> take(
      SqlConnection transaction, List<ReceivedRecord> batch, Set<Told> contradicting) {
    return takeNews(transaction, batch)
        // Last, because it makes all others wait until this transaction is over.
        .chain(() -> append(transaction, batch))
        .invoke(contradicting::addAll)
        .replaceWithVoid();
  }

  private Uni<List<Told>> append(SqlConnection transaction, List<ReceivedRecord> batch) {
    var told = batch.stream().flatMap(entries::of).toList();
    return told.isEmpty() ? Uni.createFrom().item(List.of()) : ledger.take(transaction, told);
  }

  private void tell(Told contradicting) {
    contradictions.tell(
        since ->
            LOG.contradicting(
                since, String.valueOf(contradicting.teller()), contradicting.entry().entryId()));
  }

  private Uni<Void> takeNews(SqlConnection transaction, List<ReceivedRecord> batch) {
    return Multi.createFrom()
        .items(batch.stream().flatMap(ReceivedRecord::event).flatMap(Intake::news))
        .onItem()
        .transformToUniAndConcatenate(event -> projection.take(transaction, event))
        .collect()
        .last();
  }

  private static Stream<RoomEvent> news(EventData event) {
    return event instanceof RoomEvent news ? Stream.of(news) : Stream.empty();
  }
}
