package no.samsnakk.rooms.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.ViewWindows;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Appends through the current Hibernate session, on whose connection and in whose transaction the
 * statement runs. Whoever appends for a room holds its row lock by then; see the platform's package
 * comment for why that keeps the order.
 */
@ApplicationScoped
public class SessionOutbox {
  /**
   * The platform's statement as Hibernate reads it: {@code $1::uuid[]} has to be a cast, and an
   * answer has to have a type it knows. A query, not an update: Hibernate Reactive warns of every
   * native update when its session closes.
   */
  private static final String APPEND =
      asHibernateReads(Outbox.APPEND.replace("select pg_notify", "select 1 from pg_notify"));

  private static final String COUNT = asHibernateReads(ViewWindows.COUNT);

  /**
   * The whole event goes: a later one of the same room tells all that it told but the address. The
   * condition is that of the index {@code outbox_letter}.
   */
  private static final String FORGET_LETTER =
      """
      with letter as (
        delete from outbox where key = ?1 and topic = ?2 and payload like '%"letterTo":%'
        returning id),
      unsent as (delete from outbox_unsent u using letter l where u.id = l.id)
      select 1 from letter""";

  private final Outbox outbox;

  SessionOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Appends in the current transaction.
   *
   * @return fails with {@code log-unavailable} if it cannot be written; then nothing is (R6)
   */
  public Uni<Void> append(List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // What the act itself changed goes first: its failures are faults, not the log's.
    return Panache.getSession()
        .call(Mutiny.Session::flush)
        .chain(
            session ->
                statement(session, records)
                    .onFailure()
                    .transform(e -> new Refusal(RefusalCode.LOG_UNAVAILABLE)))
        .replaceWithVoid();
  }

  /**
   * Counts a view in the current transaction.
   *
   * @param view the parameters of {@link ViewWindows#COUNT}
   * @return what it returns; fails with {@code log-unavailable} if it cannot be written (R6)
   */
  public Uni<List<UUID>> count(Tuple view) {
    return Panache.getSession()
        .call(Mutiny.Session::flush)
        .chain(
            session ->
                with(session.createNativeQuery(COUNT, UUID.class), view)
                    .getResultList()
                    .onFailure()
                    .transform(e -> new Refusal(RefusalCode.LOG_UNAVAILABLE)));
  }

  /** Deletes the event that told where this room's letter was to go, in the same transaction. */
  public Uni<Void> forgetLetter(UUID roomId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(FORGET_LETTER, Integer.class)
                    .setParameter(1, roomId.toString())
                    .setParameter(2, Topics.ROOMS)
                    .getResultList())
        .replaceWithVoid();
  }

  private Uni<?> statement(Mutiny.Session session, List<OutboxRecord> records) {
    return with(session.createNativeQuery(APPEND, Integer.class), outbox.parameters(records))
        .getResultList();
  }

  private static <T> Mutiny.SelectionQuery<T> with(Mutiny.SelectionQuery<T> query, Tuple values) {
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.getValue(i));
    }
    return query;
  }

  private static String asHibernateReads(String statement) {
    return statement
        .replaceAll("\\$(\\d)::(\\w+(\\[])?)", "cast(?$1 as $2)")
        .replaceAll("\\$(\\d)", "?$1");
  }
}
