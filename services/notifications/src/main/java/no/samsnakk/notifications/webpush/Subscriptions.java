package no.samsnakk.notifications.webpush;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.platform.id.Ids;

/** The browsers that people said yes on. */
@ApplicationScoped
class Subscriptions {
  private static final int MOST = 10;

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

  private final Pool pool;
  private final Clock clock;

  Subscriptions(Pool pool, Clock clock) {
    this.pool = pool;
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

  /** Remembers a browser; of more than ten the one confirmed longest ago is forgotten. */
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
                .preparedQuery(PUT)
                .execute(row)
                .chain(
                    () ->
                        transaction
                            .preparedQuery(ONLY_THE_NEWEST)
                            .execute(Tuple.of(personId, MOST)))
                .replaceWithVoid());
  }

  /** Forgets a browser of this person; one that is not hers stays. */
  Uni<Void> delete(UUID personId, String endpoint) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(personId, endpoint)).replaceWithVoid();
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
