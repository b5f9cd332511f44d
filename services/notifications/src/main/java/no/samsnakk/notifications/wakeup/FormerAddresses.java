package no.samsnakk.notifications.wakeup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.samsnakk.notifications.reading.PersonNews;

/**
 * Tells an address that somebody's letters no longer go there, where she changed it herself: if it
 * was not she but somebody with her phone, this is how she hears of it. An address that is hers
 * again by then is told nothing. A mail server that does not take it is tried for two weeks:
 * whoever has the phone must not have it silenced by that server's bad day.
 *
 * <p>Here the address goes with the delivery, once the letter has gone or is given up. It also
 * lies, as her others do, in the event that told of the change: in rooms' outbox and in Kafka, for
 * as long as these keep it.
 */
@ApplicationScoped
public class FormerAddresses {
  /**
   * One that is still to go says it all, and need not rest any longer. One that is on its way is
   * left to whoever has it.
   */
  private static final String TELL =
      """
      insert into delivery
        (person_id, channel, is_request, wakeup_ids, next_attempt_at, former_email)
      values ($1, 'EMAIL', false, '{}', $2, $3)
      on conflict (person_id, channel, subscription_id, room_id, former_email) do update
      set attempts = 0, next_attempt_at = case
        when delivery.next_attempt_at > $4 then $2
        else delivery.next_attempt_at end""";

  private final Clock clock;

  FormerAddresses(Clock clock) {
    this.clock = clock;
  }

  /**
   * Has their former addresses told, in the caller's transaction.
   *
   * @param news only what was news: so that what is heard again is not told again (R12)
   */
  public Uni<Void> changed(SqlConnection transaction, List<PersonNews> news) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var taken = now.plus(Deliveries.OURS_FOR);
    var letters =
        news.stream()
            .map(PersonNews::person)
            .filter(person -> person.formerEmail() != null)
            .map(person -> Tuple.of(person.personId(), now, person.formerEmail(), taken))
            .toList();
    return letters.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(TELL).executeBatch(letters).replaceWithVoid();
  }
}
