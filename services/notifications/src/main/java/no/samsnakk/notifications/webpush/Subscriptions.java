package no.samsnakk.notifications.webpush;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.notifications.wakeup.NewChannels;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import org.jspecify.annotations.Nullable;

/** The browsers that people said yes on. */
@ApplicationScoped
class Subscriptions {
  private static final int MOST = 10;

  /**
   * Of one person's browsers one comes after the other, or each would count without the rest. Some
   * people share a turn.
   */
  private static final String ONE_AT_A_TIME =
      "select 1 from turn where number = (hashtextextended($1, 0) & 63) for update";

  /** A browser that changes hands belongs to who signed in last. */
  private static final String PUT =
      """
      insert into subscription (subscription_id, person_id, endpoint, p256dh, auth, confirmed_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (endpoint) do update set person_id = excluded.person_id,
        p256dh = excluded.p256dh, auth = excluded.auth, confirmed_at = excluded.confirmed_at""";

  private static final String ONLY_THE_NEWEST =
      """
      delete from subscription where subscription_id in (
        select subscription_id from subscription where person_id = $1
        order by confirmed_at desc, subscription_id desc offset $2)""";
  private static final String DELETE =
      "delete from subscription where person_id = $1 and endpoint = $2";
  private static final String EXPIRED = "delete from subscription where subscription_id = $1";
  private static final String FIND =
      "select endpoint, p256dh, auth from subscription where subscription_id = $1 and person_id = $2";

  private static final String HOLDER =
      "select person_id from subscription where endpoint = $1 for update";

  private final Pool pool;
  private final Outbox outbox;
  private final NewChannels newChannels;
  private final Clock clock;

  Subscriptions(Pool pool, Outbox outbox, NewChannels newChannels, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.newChannels = newChannels;
    this.clock = clock;
  }

  /** A browser to send to. */
  record Browser(String endpoint, byte[] p256dh, byte[] auth) {
    static Browser of(Subscription subscription) {
      var decoder = Base64.getUrlDecoder();
      return new Browser(
          subscription.endpoint(),
          decoder.decode(subscription.keys().p256dh()),
          decoder.decode(subscription.keys().auth()));
    }

    /** Whoever has these can reach the browser. */
    @Override
    public String toString() {
      return "Browser[]";
    }
  }

  /**
   * Remembers a browser; of more than ten the one confirmed longest ago is forgotten. In the log
   * stands what has changed by it (R6): a browser repeats by itself what its person said once.
   */
  Uni<Void> put(UUID personId, Browser browser) {
    var row =
        Tuple.of(
            Ids.next(),
            personId,
            browser.endpoint(),
            Buffer.buffer(browser.p256dh()),
            Buffer.buffer(browser.auth()),
            clock.instant().atOffset(ZoneOffset.UTC));
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(ONE_AT_A_TIME)
                .execute(Tuple.of(personId.toString()))
                .chain(() -> holder(transaction, browser.endpoint()))
                .call(() -> transaction.preparedQuery(PUT).execute(row))
                .call(before -> reaches(transaction, personId, before))
                .chain(
                    before ->
                        transaction
                            .preparedQuery(ONLY_THE_NEWEST)
                            .execute(Tuple.of(personId, MOST))
                            .chain(
                                forgotten ->
                                    outbox.append(
                                        transaction,
                                        traces(personId, before, forgotten.rowCount())))));
  }

  /** What a browser repeats by itself reaches nobody who was not reached before. */
  private Uni<Void> reaches(SqlConnection transaction, UUID personId, Optional<UUID> before) {
    return before.equals(Optional.of(personId))
        ? Uni.createFrom().voidItem()
        : newChannels.browser(transaction, personId);
  }

  private static Uni<Optional<UUID>> holder(SqlConnection transaction, String endpoint) {
    return transaction
        .preparedQuery(HOLDER)
        .execute(Tuple.of(endpoint))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID(0))
                    .findFirst());
  }

  private List<OutboxRecord> traces(UUID personId, Optional<UUID> before, int forgotten) {
    List<OutboxRecord> traces = new ArrayList<>();
    if (!before.equals(Optional.of(personId))) {
      before.ifPresent(other -> traces.add(trace(AuditAction.PUSH_UNSUBSCRIBED, personId, other)));
      traces.add(trace(AuditAction.PUSH_SUBSCRIBED, personId, null));
    }
    for (int i = 0; i < forgotten; i++) {
      traces.add(trace(AuditAction.PUSH_UNSUBSCRIBED, personId, null));
    }
    return traces;
  }

  /** Forgets a browser of this person; one that is not hers stays. */
  Uni<Void> delete(UUID personId, String endpoint) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(personId, endpoint))
                .chain(
                    rows ->
                        rows.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : outbox.append(
                                transaction,
                                List.of(trace(AuditAction.PUSH_UNSUBSCRIBED, personId, null)))));
  }

  /** Whose browser it was, where it was another's. */
  private OutboxRecord trace(AuditAction action, UUID personId, @Nullable UUID whose) {
    return AuditTrail.record(
        AuditRecorded.success(Ids.next(), clock.instant(), action, personId, null)
            .about(null, whose));
  }

  /** Its push service does not know it any more. */
  Uni<Void> expired(UUID subscriptionId) {
    return pool.preparedQuery(EXPIRED).execute(Tuple.of(subscriptionId)).replaceWithVoid();
  }

  /** Nothing, if it has been forgotten or belongs to somebody else by now. */
  Uni<Optional<Browser>> find(UUID subscriptionId, UUID personId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(subscriptionId, personId))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            new Browser(
                                row.getString("endpoint"),
                                row.getBuffer("p256dh").getBytes(),
                                row.getBuffer("auth").getBytes()))
                    .findFirst());
  }
}
