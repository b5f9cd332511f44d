package no.samsnakk.rooms.block;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.outbox.SessionOutbox;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;
import no.samsnakk.rooms.room.Rooms;

/** A patient blocks somebody, for himself alone, and takes it back. */
@ApplicationScoped
class Blocking {
  /** More nobody knows by name. */
  static final int MOST = 200;

  /** How often a block that is being made meanwhile is waited for before it is taken back. */
  private static final int TRIES = 5;

  private final Blocks blocks;
  private final Settling settling;
  private final Rooms rooms;
  private final People people;
  private final Roles roles;
  private final SessionOutbox outbox;
  private final Clock clock;

  Blocking(
      Blocks blocks,
      Settling settling,
      Rooms rooms,
      People people,
      Roles roles,
      SessionOutbox outbox,
      Clock clock) {
    this.blocks = blocks;
    this.settling = settling;
    this.rooms = rooms;
    this.people = people;
    this.roles = roles;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * From the commit on she has no right in any room of his; when it is answered her seats are empty
   * (R4). Blocking twice is one block.
   */
  Uni<BlockedPeople> block(UUID personId, Caller caller) {
    return changed(
            caller,
            () ->
                requireBlockable(personId, caller)
                    .chain(() -> blocks.add(caller.personId(), personId, clock.instant()))
                    .call(added -> added ? requireFewEnough(caller) : Uni.createFrom().voidItem()),
            AuditAction.PERSON_BLOCKED,
            personId)
        .chain(() -> settling.roomsOf(caller.personId()))
        .chain(() -> named(caller));
  }

  /**
   * Nobody gets a seat by it, or keeps one; it opens a way, and so needs the level of an approval.
   */
  Uni<BlockedPeople> takeBack(UUID personId, Caller caller) {
    caller.requireLevel(Level.HIGH);
    return settling
        .roomsWith(caller.personId(), personId)
        .chain(
            () ->
                changed(
                    caller,
                    () ->
                        requireSettled(personId, caller)
                            .chain(() -> blocks.takeBack(caller.personId(), personId)),
                    AuditAction.PERSON_UNBLOCKED,
                    personId))
        .onFailure(NotSettled.class)
        .retry()
        .atMost(TRIES)
        .onFailure(NotSettled.class)
        .transform(again -> new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE))
        .chain(() -> settled(caller));
  }

  /** A block that has just been made is taken back once it has done what it does. */
  private Uni<Void> requireSettled(UUID personId, Caller caller) {
    return settling
        .isSettled(caller.personId(), personId)
        .invoke(
            settled -> {
              if (!settled) {
                throw new NotSettled();
              }
            })
        .replaceWithVoid();
  }

  private static final class NotSettled extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** His row is locked, as a proposal for him locks it: it sees the block, or is seen. */
  private Uni<Boolean> changed(
      Caller caller, Supplier<Uni<Boolean>> change, AuditAction action, UUID personId) {
    return Panache.withTransaction(
        () ->
            people
                .forChange(caller.personId())
                .chain(() -> change.get())
                .call(
                    news ->
                        news
                            ? leaveTraces(caller.personId(), action, personId)
                            : Uni.createFrom().voidItem()));
  }

  /**
   * Somebody whom the directory's search finds, or who has or had a place in a room of his: of
   * anybody else nobody learns whether she has ever been somebody who helps (R9).
   */
  private Uni<Void> requireBlockable(UUID personId, Caller caller) {
    if (personId.equals(caller.personId())) {
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
    return roles
        .of(personId)
        .chain(
            held ->
                held.stream().anyMatch(RoleView::seatable)
                    ? Uni.createFrom().item(true)
                    : rooms.hasHadPlaceWith(caller.personId(), personId))
        .invoke(
            known -> {
              if (!known) {
                throw new Refusal(RefusalCode.PERSON_UNKNOWN);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireFewEnough(Caller caller) {
    return blocks
        .count(caller.personId())
        .invoke(
            count -> {
              if (count > MOST) {
                throw new Refusal(RefusalCode.TOO_MANY_BLOCKS);
              }
            })
        .replaceWithVoid();
  }

  /** In the log of each of his rooms, where he reads it; without one it is kept all the same. */
  private Uni<Void> leaveTraces(UUID patient, AuditAction action, UUID personId) {
    var now = clock.instant();
    return rooms
        .ofPatient(patient)
        .map(
            ids ->
                ids.isEmpty()
                    ? List.of(trace(patient, action, personId, Optional.empty(), now))
                    : ids.stream()
                        .map(id -> trace(patient, action, personId, Optional.of(id), now))
                        .toList())
        .chain(traces -> outbox.append(traces.stream().map(AuditTrail::record).toList()));
  }

  private static AuditRecorded trace(
      UUID patient, AuditAction action, UUID personId, Optional<UUID> room, Instant now) {
    return AuditRecorded.success(Ids.next(), now, action, patient, room.orElse(null))
        .about(patient, personId);
  }

  /** Whom the caller has blocked; what a crash left undone is tried before it is said. */
  Uni<BlockedPeople> settled(Caller caller) {
    return settling.tryRoomsOf(caller.personId()).chain(() -> named(caller));
  }

  private Uni<BlockedPeople> named(Caller caller) {
    return Panache.withSession(
        () ->
            blocks
                .of(caller.personId())
                .chain(this::named)
                // After them: one that is missing there because it was taken back is counted.
                .chain(
                    items ->
                        blocks
                            .takenBack(caller.personId())
                            .map(takenBack -> new BlockedPeople(items, takenBack))));
  }

  private Uni<List<BlockedPeople.BlockedPerson>> named(Map<UUID, Instant> since) {
    return people
        .byIds(since.keySet())
        .chain(found -> roles.ever(since.keySet()).map(held -> named(since, found, held)));
  }

  private static List<BlockedPeople.BlockedPerson> named(
      Map<UUID, Instant> since, Map<UUID, Person> found, List<RoleView> held) {
    return since.entrySet().stream()
        .map(block -> item(block.getKey(), block.getValue(), found, held))
        .toList();
  }

  private static BlockedPeople.BlockedPerson item(
      UUID personId, Instant since, Map<UUID, Person> found, List<RoleView> held) {
    var name = Optional.ofNullable(found.get(personId)).flatMap(Person::name).orElse("");
    var now =
        held.stream()
            .filter(role -> role.personId().equals(personId) && role.seatable())
            .map(RoleView::mine)
            .findFirst();
    return new BlockedPeople.BlockedPerson(
        personId,
        name,
        now.map(Me.Role::title).orElse(null),
        now.map(Me.Role::organisation).orElse(null),
        since);
  }
}
