package no.samsnakk.rooms.room;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/** The rooms and their seats. */
@ApplicationScoped
public class Rooms implements PanacheRepositoryBase<Room, UUID> {
  private static final String IN_TURN =
      """
      select 1 from turn where name = ?1 || (hashtextextended(?2, 0) & 63) for update""";

  /**
   * Without the seats and rooms that nobody sees for them, so that what is long over costs nothing.
   * Who sees which of the others is for {@code Access} to say.
   */
  private static final String WITH_SEAT_OF =
      """
      from Room r where r.roomId in (
        select s.key.roomId from Seat s
        where s.personId = ?1 and (s.part = PATIENT or s.status <> REMOVED))
      and (r.patientId = ?1 or r.status <> WITHDRAWN) and r.status <> RETRACTED
      and (r.changedAt < ?2 or (r.changedAt = ?2 and r.roomId > ?3))
      order by r.changedAt desc, r.roomId""";

  private static final String PROPOSED_BEFORE =
      """
      from Room r where r.patientId = ?1
      and (r.proposedBy = ?2 or exists (
        select 1 from Seat s where s.key.roomId = r.roomId and s.personId = r.proposedBy
        and s.part = ?4 and s.organisationId = ?3))
      order by r.changedAt desc""";

  private static final String BLOCKED =
      "select patient_id, person_id from block where patient_id = any(cast(?1 as uuid[]))";

  /** Who has had as many waits the longest anyway. */
  private static final int MOST_BEFORE = 200;

  /** The room for changing it: nobody else changes it until this transaction ends. */
  public Uni<RoomState> forChange(UUID roomId) {
    return locked(roomId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The room for showing it: it is not changed until this transaction ends. */
  public Uni<RoomState> forView(UUID roomId) {
    return locked(roomId, LockModeType.PESSIMISTIC_READ);
  }

  /** The same, or nothing if there is no such room. */
  public Uni<Optional<RoomState>> forViewIfAny(UUID roomId) {
    return found(roomId, LockModeType.PESSIMISTIC_READ);
  }

  /** Makes those who want to make a room with this id wait for each other, and a few others. */
  public Uni<Void> oneAtATime(UUID roomId) {
    return inTurn("room-", roomId);
  }

  /** Makes one proposer's proposals wait for each other, and those of a few others. */
  public Uni<Void> proposerInTurn(UUID proposer) {
    return inTurn("proposer-", proposer);
  }

  private Uni<Void> inTurn(String turns, UUID whose) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(IN_TURN)
                    .setParameter(1, turns)
                    .setParameter(2, whose.toString())
                    .getResultList())
        .replaceWithVoid();
  }

  /** How many rooms this person has proposed that the patient has not answered for. */
  public Uni<Long> openProposals(UUID proposer) {
    return count("proposedBy = ?1 and status = PROPOSED", proposer);
  }

  /** Rooms after a place in somebody's list, and where the list goes on, if it does. */
  public record Page(List<RoomState> rooms, Optional<PlaceInList> next) {}

  /** Rooms in which this person has a seat, the last changed first. */
  public Uni<Page> ofPerson(UUID personId, PlaceInList after, int limit) {
    return find(WITH_SEAT_OF, personId, after.changedAt(), after.roomId())
        .range(0, limit)
        .list()
        .chain(found -> page(found, limit));
  }

  /** One more was asked for than there is room for: then the list goes on. */
  private Uni<Page> page(List<Room> found, int limit) {
    var rooms = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit
            ? Optional.of(PlaceInList.after(rooms.getLast()))
            : Optional.<PlaceInList>empty();
    return withSeats(rooms).map(states -> new Page(states, next));
  }

  /** The newest rooms that this proposer, or one for this organisation, has proposed for him. */
  public Uni<List<Room>> proposedBefore(UUID patient, UUID proposer, UUID organisation) {
    return find(PROPOSED_BEFORE, patient, proposer, organisation, Part.HELPER)
        .range(0, MOST_BEFORE - 1)
        .list();
  }

  /** All rooms of this patient but those that nobody sees any more. */
  public Uni<List<UUID>> ofPatient(UUID patient) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "select r.roomId from Room r where r.patientId = ?1"
                            + " and r.status <> RETRACTED order by r.roomId",
                        UUID.class)
                    .setParameter(1, patient)
                    .getResultList());
  }

  /** Whether she sits, was to sit or has sat in a room of this patient. */
  public Uni<Boolean> hasHadPlaceWith(UUID patient, UUID personId) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "select count(*) from Seat s, Room r where r.roomId = s.key.roomId"
                            + " and r.patientId = ?1 and s.personId = ?2 and s.part = HELPER",
                        Long.class)
                    .setParameter(1, patient)
                    .setParameter(2, personId)
                    .getSingleResult())
        .map(found -> found > 0);
  }

  /** All whom this patient has blocked. */
  public Uni<Set<UUID>> blockedBy(UUID patient) {
    return blockedBy(Set.of(patient)).map(blocked -> blocked.getOrDefault(patient, Set.of()));
  }

  private Uni<Map<UUID, Set<UUID>>> blockedBy(Set<UUID> patients) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(BLOCKED, Object[].class)
                    .setParameter(1, patients.toArray(UUID[]::new))
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> (UUID) row[0],
                            Collectors.mapping(row -> (UUID) row[1], Collectors.toSet()))));
  }

  private Uni<RoomState> locked(UUID roomId, LockModeType lock) {
    return found(roomId, lock)
        .map(room -> room.orElseThrow(() -> new Refusal(RefusalCode.ROOM_UNKNOWN, roomId)));
  }

  /** The lock is taken with the first read of the row, so that nothing older is looked at. */
  private Uni<Optional<RoomState>> found(UUID roomId, LockModeType lock) {
    return findById(roomId, lock)
        .onItem()
        .ifNotNull()
        .transformToUni(
            room ->
                seats(List.of(roomId))
                    .chain(
                        seats ->
                            blockedBy(room.patientId())
                                .map(blocked -> new RoomState(room, seats, blocked))))
        .map(Optional::ofNullable);
  }

  private Uni<List<RoomState>> withSeats(List<Room> rooms) {
    var patients = rooms.stream().map(Room::patientId).collect(Collectors.toSet());
    return seats(rooms.stream().map(Room::roomId).toList())
        .chain(seats -> blockedBy(patients).map(blocked -> withSeats(rooms, seats, blocked)));
  }

  private static List<RoomState> withSeats(
      List<Room> rooms, List<Seat> seats, Map<UUID, Set<UUID>> blocked) {
    var byRoom = seats.stream().collect(Collectors.groupingBy(Seat::roomId));
    return rooms.stream()
        .map(
            room ->
                new RoomState(
                    room,
                    byRoom.getOrDefault(room.roomId(), List.of()),
                    blocked.getOrDefault(room.patientId(), Set.of())))
        .toList();
  }

  private Uni<List<Seat>> seats(List<UUID> roomIds) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "from Seat s where s.key.roomId in ?1 order by s.part desc, s.key.seatId",
                        Seat.class)
                    .setParameter(1, roomIds)
                    .getResultList());
  }
}
