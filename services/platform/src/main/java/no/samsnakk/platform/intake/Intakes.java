package no.samsnakk.platform.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.samsnakk.platform.event.Heard;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** From Kafka into the tables, until it is done. */
@ApplicationScoped
public class Intakes {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** PostgreSQL's classes of errors for what is wrong with the data that it was given. */
  private static final Pattern OF_THE_DATA = Pattern.compile("(22|23|54)...");

  private final Pool pool;
  private final Inbox inbox;
  private final SetAside setAside;
  private final Standstill standstill;

  Intakes(Pool pool, Inbox inbox, SetAside setAside, Standstill standstill) {
    this.pool = pool;
    this.inbox = inbox;
    this.setAside = setAside;
    this.standstill = standstill;
  }

  /**
   * Takes a batch in, as one transaction. Where its data are refused, its records are taken one by
   * one, and what is refused alone is set aside: nothing that one of them says keeps the others
   * out. While the database is away, or anything else goes wrong, it is tried again and again. What
   * was set aside is told once all is committed, and told once.
   *
   * @param take takes records in within the transaction, and {@link SetAside#put puts} those aside
   *     that are not to be taken in; a repeat changes nothing
   * @param failed hears of each attempt that failed
   */
  public Uni<Void> take(
      ConsumerRecords<String, @Nullable String> records,
      BiFunction<SqlConnection, List<Taken>, Uni<Void>> take,
      Consumer<Throwable> failed) {
    return inbox
        .read(records)
        .chain(batch -> all(batch, take))
        .onFailure()
        .invoke(standstill::failed)
        .onFailure()
        .invoke(failed)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(standstill::passed)
        .invoke(setAside::tell)
        .replaceWithVoid();
  }

  /** The batch as it was taken in. */
  private Uni<List<Taken>> all(
      List<Taken> batch, BiFunction<SqlConnection, List<Taken>, Uni<Void>> take) {
    return together(batch, take)
        .onFailure(Intakes::isOfTheData)
        .recoverWithUni(
            () ->
                Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(one -> alone(one, take))
                    .collect()
                    .in(ArrayList::new, List::addAll));
  }

  private Uni<List<Taken>> alone(
      Taken one, BiFunction<SqlConnection, List<Taken>, Uni<Void>> take) {
    return together(List.of(one), take)
        .onFailure(Intakes::isOfTheData)
        .recoverWithUni(
            refused -> together(List.of(one.as(new Heard.Unreadable(kind(refused)))), take));
  }

  private Uni<List<Taken>> together(
      List<Taken> records, BiFunction<SqlConnection, List<Taken>, Uni<Void>> take) {
    return pool.withTransaction(transaction -> take.apply(transaction, records))
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
