package no.samsnakk.rooms.block;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Brings a patient's rooms in line with whom he has blocked: who is gets her seats emptied, and
 * about whom he no longer has he can be asked. Each room is a transaction of its own, which looks
 * under the room's lock; so whoever let her in meanwhile was before it and is found, or comes after
 * it and sees the block. What a crash left undone is done by whoever looks at the room, or within a
 * second by any instance.
 */
@ApplicationScoped
public class Settling {
  private static final String TO_EMPTY =
      """
      select r.room_id
        from block b
        join room r on r.patient_id = b.patient_id and r.status <> 'RETRACTED'
        join seat s on s.room_id = r.room_id and s.person_id = b.person_id and s.part = 'HELPER'
       where s.status in ('PROPOSED', 'ACTIVE') %1$s""";

  /** What the end of a block has left. */
  private static final String TO_ASK =
      """
      select r.room_id
        from seat s
        join room r on r.room_id = s.room_id and r.status <> 'RETRACTED'
       where s.unasked %1$s
         and not exists (
           select from block b where b.patient_id = r.patient_id and b.person_id = s.person_id)""";

  private static final String UNSETTLED = TO_EMPTY + " union " + TO_ASK + " order by room_id";
  private static final String OF_ALL = UNSETTLED.formatted("");
  private static final String OF_PATIENT = UNSETTLED.formatted("and r.patient_id = ?1");
  private static final String OF_PERSON =
      UNSETTLED.formatted("and r.patient_id = ?1 and s.person_id = ?2");
  private static final String ALL_TO_ASK = TO_ASK.formatted("");

  /**
   * Who comes by himself waits for nobody: a room that somebody holds is left for the next second,
   * and the others are not.
   */
  private static final String NOT_FOR_LONG = "set local lock_timeout = '500ms'";

  /** After it could not visit a room it comes there by itself no sooner. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final Blocks blocks;
  private final Rooms rooms;
  private final RoomChanges changes;
  private final Scheduler scheduler;
  private final Clock clock;

  /** Rooms that could not be visited, and their patients, until when they are left alone. */
  private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();

  Settling(Blocks blocks, Rooms rooms, RoomChanges changes, Scheduler scheduler, Clock clock) {
    this.blocks = blocks;
    this.rooms = rooms;
    this.changes = changes;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Before anybody is answered; what cannot be settled then is looked for each second. */
  void start(@Observes @Priority(DirectoryStart.PRIORITY + 1) StartupEvent started)
      throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () ->
            toldOf(
                Panache.withSession(
                        () -> found(session -> session.createNativeQuery(OF_ALL, UUID.class)))
                    .call(roomIds -> each(roomIds, this::roomUnlessHeld))
                    .map(List::size)
                    .invoke(
                        settled -> {
                          if (settled > 0) {
                            LOG.blocksSettled(settled);
                          }
                        })));
  }

  /** What is left when we stop is found by whoever looks next. */
  void stop(@Observes ShutdownEvent stopping) {
    scheduler.pause();
  }

  /** A block that is just visiting its rooms is found as well: each room is visited twice then. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    var now = clock.instant();
    resting.values().removeIf(until -> !until.isAfter(now));
    return toldOf(
            Panache.withSession(blocks::ofWhomAnyIsUnsettled)
                .chain(patients -> each(patients, this::byItself)))
        .chain(() -> toldOf(whatEndsHaveLeft()));
  }

  private Uni<Void> whatEndsHaveLeft() {
    return Panache.withSession(
            () -> found(session -> session.createNativeQuery(ALL_TO_ASK, UUID.class)))
        .chain(roomIds -> each(roomIds, this::roomUnlessHeld));
  }

  /** Where one of his rooms fails, his others are visited again no sooner than that one is. */
  private Uni<Void> byItself(UUID patient) {
    return rests(patient, clock.instant())
        ? Uni.createFrom().failure(new Told())
        : roomsOf(patient, this::roomUnlessHeld)
            .onFailure()
            .invoke(failure -> resting.put(patient, clock.instant().plus(REST)));
  }

  private boolean rests(UUID id, Instant now) {
    return resting.getOrDefault(id, Instant.MIN).isAfter(now);
  }

  private Uni<Void> roomUnlessHeld(UUID roomId) {
    var now = clock.instant();
    if (rests(roomId, now)) {
      return Uni.createFrom().failure(new Told());
    }
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(session -> session.createNativeQuery(NOT_FOR_LONG).executeUpdate())
                    .chain(() -> changes.changeAsPatient(roomId, this::settle)))
        .invoke(done -> resting.remove(roomId))
        .onFailure()
        .invoke(
            failure -> {
              resting.put(roomId, now.plus(REST));
              LOG.roomNotSettled(roomId, failure.getClass().getSimpleName());
            })
        .onFailure()
        .transform(failure -> new Told());
  }

  /** A room could not be visited, and the operator has been told so. */
  private static final class Told extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static boolean isTold(Throwable failure) {
    return failure instanceof Told
        || (failure instanceof CompositeException all
            && all.getCauses().stream().allMatch(Settling::isTold));
  }

  private static Uni<Void> toldOf(Uni<?> work) {
    return work.replaceWithVoid()
        .onFailure(failure -> !isTold(failure))
        .invoke(failure -> LOG.settlingFailed(failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithNull();
  }

  private static Uni<List<UUID>> found(
      Function<Mutiny.Session, Mutiny.SelectionQuery<UUID>> query) {
    return Panache.getSession().chain(session -> query.apply(session).getResultList());
  }

  /**
   * All rooms of this patient, unless each of his blocks has visited them: whoever is being let in,
   * and what is being written, is waited for.
   */
  Uni<Void> roomsOf(UUID patient) {
    return roomsOf(patient, this::room);
  }

  private Uni<Void> roomsOf(UUID patient, Function<UUID, Uni<Void>> visit) {
    return Panache.withSession(() -> blocks.unsettled(patient))
        .chain(
            unsettled ->
                unsettled.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Panache.withSession(() -> rooms.ofPatient(patient))
                        .chain(roomIds -> each(roomIds, visit))
                        .chain(() -> settled(patient, unsettled)));
  }

  private Uni<Void> settled(UUID patient, Map<UUID, Instant> visited) {
    return Panache.withTransaction(
            () ->
                Multi.createFrom()
                    .iterable(visited.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        block ->
                            blocks.settled(
                                patient, block.getKey(), block.getValue(), clock.instant()))
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  /**
   * Those of his in which there is something to do, as far as that goes: a room that is held or
   * broken is left for later, and nothing fails of it.
   */
  Uni<Void> tryRoomsOf(UUID patient) {
    return toldOf(
        Panache.withSession(
                () ->
                    found(
                        session ->
                            session
                                .createNativeQuery(OF_PATIENT, UUID.class)
                                .setParameter(1, patient)))
            .chain(roomIds -> each(roomIds, this::roomUnlessHeld)));
  }

  /** Those in which there is something to do about this person. */
  Uni<Void> roomsWith(UUID patient, UUID person) {
    return Panache.withSession(() -> foundOf(patient, person))
        .chain(roomIds -> each(roomIds, this::room));
  }

  /**
   * Whether there is nothing to do about this person in any room of his, as the current transaction
   * sees it.
   */
  Uni<Boolean> isSettled(UUID patient, UUID person) {
    return foundOf(patient, person).map(List::isEmpty);
  }

  private static Uni<List<UUID>> foundOf(UUID patient, UUID person) {
    return found(
        session ->
            session
                .createNativeQuery(OF_PERSON, UUID.class)
                .setParameter(1, patient)
                .setParameter(2, person));
  }

  /** One that fails holds no other up; that it did is told when all have been tried. */
  private static Uni<Void> each(List<UUID> ids, Function<UUID, Uni<Void>> visit) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUni(visit::apply)
        .collectFailures()
        .concatenate()
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
    if (toEmpty.isEmpty()) {
      return Optional.empty();
    }
    return state.room().status() == RoomStatus.ACTIVE
        ? Optional.of(refuse(toEmpty))
        : leaveUnasked(state, toEmpty);
  }

  /**
   * Each as any other no of the patient's: to whom it is said and how nobody can tell apart (R9).
   */
  private Done refuse(List<Seat> seats) {
    var done = refuse(seats.getFirst());
    for (var seat : seats.subList(1, seats.size())) {
      done = done.and(refuse(seat));
    }
    return done;
  }

  private Done refuse(Seat seat) {
    if (seat.status() == SeatStatus.PROPOSED) {
      seat.refuse(SeatStatus.DECLINED, clock.instant());
      return Done.toSeat(Change.SEAT_DECLINED, AuditAction.SEAT_DECLINED, seat);
    }
    seat.refuse(SeatStatus.REMOVED, clock.instant());
    return Done.toSeat(Change.SEAT_REMOVED, AuditAction.SEAT_REMOVED, seat);
  }

  /**
   * Nobody can be shown out of a room that is not open yet: whoever saw it, here or in the log,
   * would know why. Where it is she who asks for it, the other services hear that he is not asked
   * any more.
   */
  private static Optional<Done> leaveUnasked(RoomState state, List<Seat> seats) {
    seats.forEach(Seat::leaveUnasked);
    return state.isAskedInVain() ? Optional.of(Done.unseen(Change.SEAT_REMOVED)) : Optional.empty();
  }
}
