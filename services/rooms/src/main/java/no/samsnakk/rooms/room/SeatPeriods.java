package no.samsnakk.rooms.room;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When people were in rooms. */
@ApplicationScoped
public class SeatPeriods implements PanacheRepositoryBase<SeatPeriod, UUID> {
  /** Where people come and go without end so many are told; the log has them all. */
  private static final int MOST = 200;

  private static final String FOLLOW = "set constraints keep_periods immediate";
  private static final String FOLLOW_AT_THE_END = "set constraints keep_periods deferred";

  /**
   * By their epochs: the clocks of several servers may disagree. What goes on is never left out.
   */
  private static final String LAST =
      """
      roomId = ?1 order by case when endedAt is null then 0 else 1 end,
      endEpoch desc nulls last, endedAt desc, periodId""";

  private static final Comparator<SeatPeriod> NEWEST_FIRST =
      Comparator.comparing(SeatPeriod::startEpoch, Comparator.nullsFirst(Long::compare))
          .thenComparing(SeatPeriod::startedAt)
          .reversed();

  /**
   * Lets them follow what the current transaction has changed so far, for whoever reads them in it.
   */
  Uni<Void> follow() {
    return flush().chain(() -> run(FOLLOW)).chain(() -> run(FOLLOW_AT_THE_END)).replaceWithVoid();
  }

  private Uni<Integer> run(String statement) {
    return getSession().chain(session -> session.createNativeQuery(statement).executeUpdate());
  }

  /** Those of a room that go on or ended last, the newest first. */
  public Uni<List<SeatPeriod>> ofRoom(UUID roomId) {
    return find(LAST, roomId)
        .page(0, MOST)
        .list()
        .map(found -> found.stream().sorted(NEWEST_FIRST).toList());
  }

  /** The seats of these rooms in which somebody has ever been. */
  public Uni<Set<UUID>> seatsOf(Collection<UUID> roomIds) {
    return roomIds.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : getSession()
            .chain(
                session ->
                    session
                        .createQuery(
                            "select distinct seatId from SeatPeriod where roomId in ?1", UUID.class)
                        .setParameter(1, roomIds)
                        .getResultList())
            .map(Set::copyOf);
  }
}
