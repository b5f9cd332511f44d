package no.samsnakk.notifications.intake;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.samsnakk.notifications.reading.Readers;
import no.samsnakk.notifications.wakeup.FormerAddresses;
import no.samsnakk.notifications.wakeup.NewChannels;
import no.samsnakk.notifications.wakeup.ProposalLetters;
import no.samsnakk.notifications.wakeup.Wakeups;
import no.samsnakk.platform.intake.Intakes;
import no.samsnakk.platform.intake.SetAside;
import no.samsnakk.platform.intake.Taken;
import no.samsnakk.platform.log.Traced;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** From Kafka into the tables. */
@ApplicationScoped
@Startup
class Intake {
  private final Intakes intakes;
  private final Readers readers;
  private final Wakeups wakeups;
  private final ProposalLetters letters;
  private final FormerAddresses formerAddresses;
  private final NewChannels newChannels;
  private final SetAside setAside;

  Intake(
      Intakes intakes,
      Readers readers,
      Wakeups wakeups,
      ProposalLetters letters,
      FormerAddresses formerAddresses,
      NewChannels newChannels,
      SetAside setAside) {
    this.intakes = intakes;
    this.readers = readers;
    this.wakeups = wakeups;
    this.letters = letters;
    this.formerAddresses = formerAddresses;
    this.newChannels = newChannels;
    this.setAside = setAside;
  }

  /** Offsets are committed when this has completed, which is after the transaction has. */
  @Incoming("intake")
  Uni<Void> take(ConsumerRecords<String, @Nullable String> records) {
    return intakes
        .take(records, this::take, failure -> LOG.intakeFailed(failure.getClass().getSimpleName()))
        .invoke(() -> tell(records));
  }

  /** So that one trace can be followed through all services. */
  private static void tell(ConsumerRecords<String, @Nullable String> records) {
    if (LOG.isDebugEnabled()) {
      records.forEach(
          one -> Traced.line(one, () -> LOG.takenIn(one.topic(), one.partition(), one.offset())));
    }
  }

  /** Who is who first, then what they have read, then what there is to read. */
  private Uni<Void> take(SqlConnection transaction, List<Taken> taken) {
    var batch = Batch.of(taken);
    return setAside
        .put(transaction, taken)
        .chain(() -> readers.people(transaction, batch.people()))
        .call(news -> newChannels.addresses(transaction, news))
        .chain(news -> formerAddresses.changed(transaction, news))
        .chain(() -> readers.rooms(transaction, batch.rooms()))
        .call(changed -> wakeups.changed(transaction, changed))
        .chain(changed -> letters.changed(transaction, changed))
        .chain(() -> readers.reads(transaction, batch.reads()))
        .chain(() -> wakeups.read(transaction, batch.reads()))
        .chain(() -> readers.readable(transaction, batch.messages()))
        .chain(messages -> wakeups.written(transaction, messages));
  }
}
