package no.samsnakk.notifications.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.EntryCommitted;

/**
 * Which messages were taken back. That outlives them here: a message may be told again after it was
 * taken back, or only then (R12). Everything in the caller's transaction.
 */
@ApplicationScoped
public class Retractions {
  private static final String TAKEN_BACK =
      """
      insert into retracted (room_id, seq) select * from unnest($1::uuid[], $2::bigint[])
      on conflict do nothing""";

  /**
   * Whoever is taking one out of there to wake people for it is waited for: then they are found.
   */
  private static final String NO_LONGER_EARLY =
      """
      delete from early_message e using unnest($1::uuid[], $2::bigint[]) r (room_id, seq)
      where e.room_id = r.room_id and e.seq = r.seq""";

  /** Takes in what was taken back; answers in which rooms. */
  public Uni<List<UUID>> takenBack(SqlConnection transaction, List<EntryCommitted> retractions) {
    if (retractions.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var rooms = retractions.stream().map(EntryCommitted::roomId).toList();
    var parameters =
        Tuple.of(
            rooms.toArray(UUID[]::new),
            retractions.stream().map(EntryCommitted::retracts).toArray(Long[]::new));
    return transaction
        .preparedQuery(TAKEN_BACK)
        .execute(parameters)
        .chain(() -> transaction.preparedQuery(NO_LONGER_EARLY).execute(parameters))
        .replaceWith(() -> rooms.stream().distinct().toList());
  }
}
