package no.samsnakk.rooms.room;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import org.jspecify.annotations.Nullable;

/**
 * What has been done to a room.
 *
 * @param reach who hears of it
 * @param change what the other services are told
 * @param concerns the person whose seat it was, for changes of a seat
 * @param traces what the log is told (R6)
 * @param newSeats seats that were not there before
 * @param letterTo where a letter about it is asked for; kept nowhere but in what is told
 */
public record Done(
    Reach reach,
    Change change,
    @Nullable UUID concerns,
    List<Trace> traces,
    List<Seat> newSeats,
    @Nullable String letterTo) {

  /** Who hears of a change; the log always does (R6). */
  public enum Reach {
    /** All who see the room, as of any change of who may do what. */
    EVERYBODY,
    /** The other services, so that the patient is not asked any more; nobody who sees the room. */
    SERVICES,
    /**
     * The log alone: nobody may do more or less than before, and nobody but the patient sees it.
     */
    LOG
  }

  /** One entry for the log. */
  public record Trace(AuditAction action, @Nullable UUID concerns) {}

  /** Something done to the room itself. */
  public static Done toRoom(Change change, AuditAction action) {
    return everybody(change, null, List.of(new Trace(action, null)));
  }

  /** Something done to a seat that was there. */
  public static Done toSeat(Change change, AuditAction action, Seat seat) {
    var concerned = seat.personId();
    return everybody(change, concerned, List.of(new Trace(action, concerned)));
  }

  private static Done everybody(Change change, @Nullable UUID concerns, List<Trace> traces) {
    return new Done(Reach.EVERYBODY, change, concerns, traces, List.of(), null);
  }

  /** Something done to seats, which reaches no further than that. */
  public static Done within(Reach reach, AuditAction action, List<Seat> seats) {
    var traces = seats.stream().map(seat -> new Trace(action, seat.personId())).toList();
    return new Done(reach, Change.SEAT_REMOVED, null, traces, List.of(), null);
  }

  /** And this as well. */
  public Done and(AuditAction action, Seat seat) {
    var more = Stream.concat(traces.stream(), Stream.of(new Trace(action, seat.personId())));
    return new Done(reach, change, concerns, more.toList(), newSeats, letterTo);
  }

  /** And these seats are new. */
  public Done with(List<Seat> seats) {
    return new Done(reach, change, concerns, traces, seats, letterTo);
  }

  /** And a letter is asked for. */
  public Done andLetterTo(@Nullable String address) {
    return new Done(reach, change, concerns, traces, newSeats, address);
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "Done[" + change + "]";
  }
}
