package no.samsnakk.platform.intake;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.settings.ServiceName;
import no.samsnakk.platform.trace.Traced;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * Consumes what the services tell, from Kafka into a service's tables; the package comment says how
 * nothing is lost on the way. A service gives the {@link Handler}, and the channel {@code intake}.
 *
 * <pre>
 *   read ──▶ one transaction: set aside, handle ──▶ committed ──▶ told, offsets committed
 *              │ its data are refused                 ▲
 *              ├──▶ record by record, what is refused alone is set aside ─┤
 *              │ anything else fails
 *              └──▶ again from the beginning, until it is done
 * </pre>
 */
@ApplicationScoped
@Startup
public class EventConsumer {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** PostgreSQL's classes of errors for what is wrong with the data that it was given. */
  private static final Pattern OF_THE_DATA = Pattern.compile("(22|23|54)...");

  private final Pool pool;
  private final BatchReader reader;
  private final SetAside setAside;
  private final Standstill standstill;
  private final Clock clock;
  private final String service;
  private final AtomicLong lagMillis;

  EventConsumer(
      Pool pool,
      BatchReader reader,
      SetAside setAside,
      Standstill standstill,
      Clock clock,
      MeterRegistry metrics,
      @ServiceName String service) {
    this.pool = pool;
    this.reader = reader;
    this.setAside = setAside;
    this.standstill = standstill;
    this.clock = clock;
    this.service = service;
    this.lagMillis = metrics.gauge("samsnakk." + service + ".intake.lag.millis", new AtomicLong());
  }

  /** What a service does with what it hears. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Takes records in, within the transaction.
     *
     * @param batch in the order of Kafka; more than once where an attempt failed, alone where the
     *     batch was refused, and perhaps taken in before: then it changes nothing (R12). What could
     *     not be read, or is not believed, is among them and is set aside already
     */
    Uni<Void> handle(SqlConnection transaction, List<ReceivedRecord> batch);
  }

  /**
   * Takes a batch in, as one transaction. Where its data are refused, its records are taken one by
   * one, and what is refused alone is set aside: nothing that one of them says keeps the others
   * out. While the database is away, or anything else goes wrong, it is tried again and again. What
   * was set aside is told once all is committed, and told once.
   *
   * @return completes when all of it is committed, and never fails: so Kafka's offsets may follow
   */
  public Uni<Void> consume(ConsumerRecords<String, @Nullable String> records, Handler handler) {
    return reader
        .read(records)
        .chain(batch -> all(batch, handler))
        .onFailure()
        .invoke(this::failed)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(this::committed)
        .replaceWithVoid();
  }

  private void failed(Throwable failure) {
    standstill.failed();
    LOG.intakeFailed(service, failure.getClass().getSimpleName());
  }

  private void committed(List<ReceivedRecord> batch) {
    standstill.passed();
    setAside.tell(batch);
    batch.stream().map(ReceivedRecord::from).forEach(this::measureLag);
    if (LOG.isDebugEnabled()) {
      batch.stream().map(ReceivedRecord::from).forEach(EventConsumer::trace);
    }
  }

  private void measureLag(ConsumerRecord<?, ?> consumed) {
    lagMillis.set(Math.max(0, clock.millis() - consumed.timestamp()));
  }

  /** So that one trace can be followed through all services. */
  private static void trace(ConsumerRecord<?, ?> one) {
    Traced.line(one, () -> LOG.takenIn(one.topic(), one.partition(), one.offset()));
  }

  /** The batch as it was taken in. */
  private Uni<List<ReceivedRecord>> all(List<ReceivedRecord> batch, Handler handler) {
    return together(batch, handler)
        .onFailure(EventConsumer::isOfTheData)
        .recoverWithUni(
            () ->
                Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(one -> alone(one, handler))
                    .collect()
                    .in(ArrayList::new, List::addAll));
  }

  private Uni<List<ReceivedRecord>> alone(ReceivedRecord one, Handler handler) {
    return together(List.of(one), handler)
        .onFailure(EventConsumer::isOfTheData)
        .recoverWithUni(
            refused -> together(List.of(one.as(new Heard.Unreadable(kind(refused)))), handler));
  }

  private Uni<List<ReceivedRecord>> together(List<ReceivedRecord> records, Handler handler) {
    return pool.withTransaction(
            transaction ->
                setAside
                    .put(transaction, records)
                    .chain(() -> handler.handle(transaction, records)))
        .replaceWith(records);
  }

  private static boolean isOfTheData(Throwable failure) {
    return failure instanceof PgException refused
        && OF_THE_DATA.matcher(String.valueOf(refused.getSqlState())).matches();
  }

  /** Never what it said (R9). */
  private static String kind(Throwable refused) {
    return "PostgreSQL takes it not: " + ((PgException) refused).getSqlState();
  }
}
