package no.samsnakk.rooms.room;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** When people were in rooms. */
@ApplicationScoped
public class SeatPeriods implements PanacheRepositoryBase<SeatPeriod, UUID> {
  /** Of a room that opens and closes without end the newest are told; the log has them all. */
  private static final int MOST = 200;

  private static final String FOLLOW = "set constraints keep_periods immediate";
  private static final String FOLLOW_AT_THE_END = "set constraints keep_periods deferred";

  /** By their epochs: the clocks of several servers may disagree. */
  private static final String NEWEST =
      "roomId = ?1 order by startEpoch desc nulls last, startedAt desc, periodId";

  /**
   * Lets them follow what the current transaction has changed so far, for whoever reads them in it.
   */
  Uni<Void> follow() {
    return flush().chain(() -> run(FOLLOW)).chain(() -> run(FOLLOW_AT_THE_END)).replaceWithVoid();
  }

  private Uni<Integer> run(String statement) {
    return getSession().chain(session -> session.createNativeQuery(statement).executeUpdate());
  }

  /** The newest of a room, the newest first. */
  public Uni<List<SeatPeriod>> ofRoom(UUID roomId) {
    return find(NEWEST, roomId).page(0, MOST).list();
  }
}
