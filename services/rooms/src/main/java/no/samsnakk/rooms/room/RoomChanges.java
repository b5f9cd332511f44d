package no.samsnakk.rooms.room;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.rooms.outbox.SessionOutbox;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a room changes: lock it, check, change, raise the epoch, tell it and leave
 * the traces, all in one transaction (R4, R6).
 *
 * <p>The lock is the room's row, which messaging locks (shared) through {@code access_v1} while it
 * writes a message. So a message is either committed before the change and carries the old epoch,
 * or is checked after it. And outbox ids follow the order of commits within a room.
 */
@ApplicationScoped
public class RoomChanges {
  private final Rooms rooms;
  private final SeatPeriods periods;
  private final SessionOutbox outbox;
  private final Clock clock;

  RoomChanges(Rooms rooms, SeatPeriods periods, SessionOutbox outbox, Clock clock) {
    this.rooms = rooms;
    this.periods = periods;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Does to a room what its patient has said about all of his, in the current transaction.
   *
   * @param act changes what is to be changed; nothing, where nothing is to be told of it
   */
  public Uni<Void> changeAsPatient(UUID roomId, Function<RoomState, Optional<Done>> act) {
    return rooms
        .forChange(roomId)
        .chain(
            state ->
                act.apply(state)
                    .map(done -> carryOut(state, state.room().patientId(), done).replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /**
   * Changes a room in the current transaction.
   *
   * @param actor the person who does it; the organisation, where it says that her role is over
   * @param act first refuses whatever is to be refused, then changes; what it does is in memory
   * @return the room after the change; fails with {@code room-unknown} if there is none
   */
  public Uni<RoomState> change(UUID roomId, UUID actor, Function<RoomState, Done> act) {
    return rooms.forChange(roomId).chain(state -> change(state, actor, act));
  }

  /**
   * The same for what may be so already: a repeat, whose first answer was lost, is no other act.
   *
   * @param act nothing, where nothing is to be changed
   */
  public Uni<RoomState> changeUnlessSo(
      UUID roomId, UUID actor, Function<RoomState, Optional<Done>> act) {
    return rooms
        .forChange(roomId)
        .chain(
            state ->
                act.apply(state)
                    .map(done -> change(state, actor, same -> done))
                    .orElseGet(() -> Uni.createFrom().item(state)));
  }

  /** Once the question is no longer open, nothing is left of where its letter was to go. */
  private Uni<RoomState> change(RoomState state, UUID actor, Function<RoomState, Done> act) {
    boolean asked = state.room().status() == RoomStatus.PROPOSED;
    return carryOut(state, actor, act.apply(state))
        .call(
            after ->
                asked && after.room().status() != RoomStatus.PROPOSED
                    ? outbox.forgetLetter(after.roomId())
                    : Uni.createFrom().voidItem());
  }

  /** Writes a new room, whose id nobody else can take in the meantime, and its seats. */
  public Uni<RoomState> make(Room room, Set<UUID> blocked, Done done) {
    return rooms
        .persist(room)
        .chain(() -> carryOut(new RoomState(room, List.of(), blocked), room.proposedBy(), done));
  }

  private Uni<RoomState> carryOut(RoomState before, UUID actor, Done done) {
    var now = clock.instant();
    var seats = new ArrayList<>(before.seats());
    seats.addAll(done.newSeats());
    var after = new RoomState(before.room(), List.copyOf(seats), before.blocked());
    if (done.seen()) {
      after.room().raiseEpoch(now);
    } else {
      after.room().raiseEpochUnseen();
    }
    return Panache.getSession()
        .chain(session -> session.persistAll(done.newSeats().toArray()))
        .chain(() -> outbox.append(records(after, actor, done, now)))
        .chain(periods::follow)
        .replaceWith(after);
  }

  private static List<OutboxRecord> records(RoomState state, UUID actor, Done done, Instant now) {
    var records = new ArrayList<OutboxRecord>();
    records.add(
        OutboxRecord.of(Ids.next(), Topics.ROOMS, state.roomId(), told(state, actor, done)));
    done.traces().forEach(trace -> records.add(entry(state, actor, trace, now)));
    return records;
  }

  private static RoomChanged told(RoomState state, UUID actor, Done done) {
    var room = state.room();
    return new RoomChanged(
        room.roomId(),
        room.accessEpoch(),
        done.change(),
        RoomChanged.Status.valueOf(room.status().name()),
        room.patientId(),
        room.proposedBy(),
        actor,
        done.concerns(),
        state.seats().stream()
            .filter(seat -> !state.isPatientAsHelper(seat))
            .map(seat -> told(seat, state.rights(seat)))
            .toList(),
        done.letterTo());
  }

  private static RoomChanged.Seat told(Seat seat, Rights rights) {
    return new RoomChanged.Seat(
        seat.seatId(),
        seat.personId(),
        seat.organisationId(),
        RoomChanged.Part.valueOf(seat.part().name()),
        RoomChanged.SeatStatus.valueOf(seat.status().name()),
        rights.read(),
        rights.write());
  }

  private static OutboxRecord entry(RoomState state, UUID actor, Done.Trace trace, Instant now) {
    return AuditTrail.record(
        AuditRecorded.success(Ids.next(), now, trace.action(), actor, state.roomId())
            .onBehalfOf(organisation(state, actor))
            .about(state.room().patientId(), trace.concerns()));
  }

  /** On whose behalf: an organisation that somebody is here for acts for itself. */
  private static @Nullable UUID organisation(RoomState state, UUID actor) {
    boolean isOne = state.seats().stream().anyMatch(seat -> actor.equals(seat.organisationId()));
    return isOne ? actor : state.seatOf(actor).map(Seat::organisationId).orElse(null);
  }
}
