package no.samsnakk.rooms.block;

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
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.rooms.directory.DirectoryStart;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * Brings a patient's rooms in line with whom he has blocked: who is gets her seats emptied, and
 * about whom he no longer has he can be asked. Each room is a transaction of its own, which looks
 * under the room's lock; so whoever let her in meanwhile was before it and is found, or comes after
 * it and sees the block. What a crash left undone is done by whoever looks at the room, or at the
 * next start.
 */
@ApplicationScoped
public class Settling {
  private static final String UNSETTLED =
      """
      select distinct r.room_id
        from seat s
        join room r on r.room_id = s.room_id and r.status <> 'RETRACTED'
        left join block b on b.patient_id = r.patient_id and b.person_id = s.person_id
       where s.part = 'HELPER'
         and (s.status in ('PROPOSED', 'ACTIVE') and b.person_id is not null
           or s.unasked and b.person_id is null)
       order by r.room_id""";

  private final Rooms rooms;
  private final RoomChanges changes;
  private final Clock clock;

  Settling(Rooms rooms, RoomChanges changes, Clock clock) {
    this.rooms = rooms;
    this.changes = changes;
    this.clock = clock;
  }

  void start(@Observes @Priority(DirectoryStart.PRIORITY + 1) StartupEvent started)
      throws Throwable {
    settleAll();
  }

  /** All rooms in which there is something to do. */
  public void settleAll() throws Throwable {
    int settled =
        VertxContextSupport.subscribeAndAwait(
            () -> Panache.withSession(Settling::unsettled).call(this::each).map(List::size));
    if (settled > 0) {
      LOG.blocksSettled(settled);
    }
  }

  private static Uni<List<UUID>> unsettled() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(UNSETTLED, UUID.class).getResultList());
  }

  /** All rooms of this patient. */
  Uni<Void> roomsOf(UUID patient) {
    return Panache.withSession(() -> rooms.ofPatient(patient)).chain(this::each);
  }

  private Uni<Void> each(List<UUID> roomIds) {
    return Multi.createFrom()
        .iterable(roomIds)
        .onItem()
        .transformToUniAndConcatenate(this::room)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** One room. */
  public Uni<Void> room(UUID roomId) {
    return Panache.withTransaction(() -> changes.changeAsPatient(roomId, this::settle));
  }

  private Optional<Done> settle(RoomState state) {
    var toEmpty = state.toEmpty();
    state.toAsk().forEach(Seat::ask);
    return toEmpty.isEmpty()
        ? Optional.empty()
        : Optional.of(
            state.room().status() == RoomStatus.ACTIVE
                ? showOut(toEmpty)
                : leaveUnasked(state, toEmpty));
  }

  /** As any removal by the patient. */
  private Done showOut(List<Seat> seats) {
    var now = clock.instant();
    seats.forEach(seat -> seat.refuse(SeatStatus.REMOVED, now));
    var done = Done.toSeat(Change.SEAT_REMOVED, AuditAction.SEAT_REMOVED, seats.getFirst());
    for (var seat : seats.subList(1, seats.size())) {
      done = done.and(AuditAction.SEAT_REMOVED, seat);
    }
    return done;
  }

  /**
   * Nobody can be shown out of a room that is not open yet: whoever saw it would know why. Where it
   * is she who asks for it, the others hear of it, so that he gets no letter about it any more.
   */
  private static Done leaveUnasked(RoomState state, List<Seat> seats) {
    seats.forEach(Seat::leaveUnasked);
    var reach = state.isAskedInVain() ? Done.Reach.SERVICES : Done.Reach.LOG;
    return Done.within(reach, AuditAction.SEAT_REMOVED, seats);
  }
}
