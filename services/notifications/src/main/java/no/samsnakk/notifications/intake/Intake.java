package no.samsnakk.notifications.intake;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import no.samsnakk.notifications.reading.Addressees;
import no.samsnakk.notifications.reading.Readers;
import no.samsnakk.notifications.reading.Retractions;
import no.samsnakk.notifications.wakeup.FormerAddresses;
import no.samsnakk.notifications.wakeup.NewChannels;
import no.samsnakk.notifications.wakeup.ProposalLetters;
import no.samsnakk.notifications.wakeup.Wakeups;
import no.samsnakk.platform.intake.EventConsumer;
import no.samsnakk.platform.intake.ReceivedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What notifications does with what it hears. */
@ApplicationScoped
@Startup
class Intake {
  private final EventConsumer consumer;
  private final Readers readers;
  private final Addressees addressees;
  private final Retractions retractions;
  private final Wakeups wakeups;
  private final ProposalLetters letters;
  private final FormerAddresses formerAddresses;
  private final NewChannels newChannels;
  private final Clock clock;

  Intake(
      EventConsumer consumer,
      Readers readers,
      Addressees addressees,
      Retractions retractions,
      Wakeups wakeups,
      ProposalLetters letters,
      FormerAddresses formerAddresses,
      NewChannels newChannels,
      Clock clock) {
    this.consumer = consumer;
    this.readers = readers;
    this.addressees = addressees;
    this.retractions = retractions;
    this.wakeups = wakeups;
    this.letters = letters;
    this.formerAddresses = formerAddresses;
    this.newChannels = newChannels;
    this.clock = clock;
  }

  /** Offsets are committed when this has completed, which is after the transaction has. */
  @Incoming("intake")
  Uni<Void> take(ConsumerRecords<String, @Nullable String> records) {
    return consumer.consume(records, this::take);
  }

  /**
   * Who is who first, then what they have read and what was taken back, then what there is to read.
   * Whom an entry names is taken in before what they have read, for what they read has always been
   * told before it.
   */
  private Uni<Void> take(SqlConnection transaction, List<ReceivedRecord> taken) {
    var batch = Batch.of(taken, clock.instant());
    return readers
        .people(transaction, batch.people())
        .map(batch::recent)
        .call(news -> newChannels.addresses(transaction, news))
        .chain(news -> formerAddresses.changed(transaction, news))
        .chain(() -> readers.rooms(transaction, batch.rooms()))
        .map(batch::recentRooms)
        .call(changed -> wakeups.changed(transaction, changed))
        .chain(changed -> letters.changed(transaction, changed))
        .chain(() -> addressees.named(transaction, batch.messages()))
        .chain(() -> addressees.seen(transaction, batch.reads()))
        .chain(() -> readers.reads(transaction, batch.reads()))
        .chain(() -> wakeups.read(transaction, batch.reads()))
        .chain(() -> retractions.takenBack(transaction, batch.retractions()))
        .chain(rooms -> wakeups.retracted(transaction, rooms))
        .chain(() -> readers.readable(transaction, batch.messages()))
        .call(messages -> addressees.forget(transaction, batch.rooms(), messages))
        .chain(messages -> wakeups.written(transaction, messages));
  }
}
