package no.samsnakk.rooms.overview;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.ViewWindows;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.access.Membership;
import no.samsnakk.rooms.block.Settling;
import no.samsnakk.rooms.outbox.SessionOutbox;
import no.samsnakk.rooms.room.PlaceInList;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.Seat;
import org.jspecify.annotations.Nullable;

/** Shows rooms. */
@ApplicationScoped
public class RoomViews {
  private final Rooms rooms;
  private final Membership membership;
  private final Describer describer;
  private final Settling settling;
  private final SessionOutbox outbox;
  private final ViewWindows windows;
  private final Clock clock;

  RoomViews(
      Rooms rooms,
      Membership membership,
      Describer describer,
      Settling settling,
      SessionOutbox outbox,
      ViewWindows windows,
      Clock clock) {
    this.rooms = rooms;
    this.membership = membership;
    this.describer = describer;
    this.settling = settling;
    this.outbox = outbox;
    this.windows = windows;
    this.clock = clock;
  }

  /** The caller's rooms after this place. */
  Uni<RoomList> list(Caller caller, PlaceInList after) {
    return Panache.withSession(
        () -> membership.roomsOf(caller.personId(), after).chain(this::described));
  }

  private Uni<RoomList> described(Membership.Some some) {
    var nextAfter = some.next().map(PlaceInList::toString).orElse(null);
    return describer.summaries(some.rooms()).map(items -> new RoomList(items, nextAfter));
  }

  /** One room; that it was viewed is committed before it is answered (R6). */
  Uni<RoomDetails> one(UUID roomId, Caller caller, AuditAction look) {
    return settled(roomId, caller, look)
        .onItem()
        .ifNull()
        .switchTo(() -> settling.room(roomId).chain(() -> one(roomId, caller, look)));
  }

  /**
   * Nothing where a crash has left something of a block: that is done before anybody is shown it.
   */
  private Uni<@Nullable RoomDetails> settled(UUID roomId, Caller caller, AuditAction look) {
    return Panache.withTransaction(
        () ->
            rooms
                .forView(roomId)
                .invoke(state -> Access.require(state, caller))
                .chain(
                    state ->
                        state.isUnsettled()
                            ? Uni.createFrom().nullItem()
                            : show(state, caller, look)));
  }

  /**
   * Shows a room that is at hand, in the current transaction, and leaves the trace.
   *
   * @param look {@code ROOM_VIEWED} where a person opens it, {@code ROOM_REFRESHED} where her
   *     browser fetches it by itself
   */
  public Uni<RoomDetails> show(RoomState state, Caller caller, AuditAction look) {
    return describer.details(state, caller).call(() -> leaveTrace(state, caller, look));
  }

  /** Who looks again is counted, so that nobody buries the patient's log by looking. */
  private Uni<Void> leaveTrace(RoomState state, Caller caller, AuditAction look) {
    return windows.count(trace(state, caller, look), outbox::count).chain(outbox::append);
  }

  private AuditRecorded trace(RoomState state, Caller caller, AuditAction look) {
    var organisation = state.seatOf(caller.personId()).map(Seat::organisationId).orElse(null);
    return AuditRecorded.success(
            Ids.next(), clock.instant(), look, caller.personId(), state.roomId())
        .onBehalfOf(organisation)
        .about(state.room().patientId(), null);
  }
}
