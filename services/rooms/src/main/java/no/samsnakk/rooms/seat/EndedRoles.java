package no.samsnakk.rooms.seat;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * Empties the seats of roles that the directory has ended, before anybody is answered. Each room is
 * a transaction of its own; what a crash left undone is found at the next start. In the log it
 * stands as the organisation's act: the person whose role it was has done nothing (R6).
 */
@ApplicationScoped
public class EndedRoles {
  private static final String FIND =
      """
      select s.room_id, s.seat_id, r.organisation_id
        from seat s join role r on r.role_id = s.role_id
       where (s.status in ('PROPOSED', 'ACTIVE') or s.unasked) and r.ended_at is not null
       order by s.room_id""";

  private final RoomChanges changes;
  private final Clock clock;

  EndedRoles(RoomChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  void start(@Observes @Priority(DirectoryStart.PRIORITY + 1) StartupEvent started)
      throws Throwable {
    emptySeats();
  }

  /** Empties all there are. */
  public void emptySeats() throws Throwable {
    int emptied = VertxContextSupport.subscribeAndAwait(this::all);
    if (emptied > 0) {
      LOG.endedSeatsEmptied(emptied);
    }
  }

  private Uni<Integer> all() {
    return Panache.withSession(EndedRoles::find)
        .chain(
            seats ->
                Multi.createFrom()
                    .iterable(seats)
                    .onItem()
                    .transformToUniAndConcatenate(this::empty)
                    .collect()
                    .asList())
        .map(List::size);
  }

  private static Uni<List<Ended>> find() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(FIND, Object[].class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Ended((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                    .toList());
  }

  private Uni<RoomState> empty(Ended ended) {
    return Panache.withTransaction(
            () ->
                changes.change(
                    ended.roomId(), ended.organisationId(), state -> empty(state, ended)))
        // Another instance that starts at the same time was faster.
        .onFailure(Refusal.class)
        .recoverWithNull();
  }

  private Done empty(RoomState state, Ended ended) {
    var seat =
        state
            .helperSeat(ended.seatId())
            .filter(Seat::isOpen)
            .orElseThrow(() -> new Refusal(RefusalCode.SEAT_UNKNOWN, state.roomId()));
    seat.become(SeatStatus.REMOVED, clock.instant());
    return Done.toSeat(Change.SEAT_REMOVED, AuditAction.SEAT_REMOVED, seat);
  }

  private record Ended(UUID roomId, UUID seatId, UUID organisationId) {}
}
