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
 * @param change what the other services are told
 * @param concerns the person whose seat it was, for changes of a seat
 * @param traces what the log is told (R6)
 * @param newSeats seats that were not there before
 * @param letterTo where a letter about it is asked for; kept nowhere but in what is told
 */
public record Done(
    Change change,
    @Nullable UUID concerns,
    List<Trace> traces,
    List<Seat> newSeats,
    @Nullable String letterTo) {

  /** One entry for the log. */
  public record Trace(AuditAction action, @Nullable UUID concerns) {}

  /** Something done to the room itself. */
  public static Done toRoom(Change change, AuditAction action) {
    return new Done(change, null, List.of(new Trace(action, null)), List.of(), null);
  }

  /** Something done to a seat that was there. */
  public static Done toSeat(Change change, AuditAction action, Seat seat) {
    var concerned = seat.personId();
    return new Done(change, concerned, List.of(new Trace(action, concerned)), List.of(), null);
  }

  /** And this as well. */
  public Done and(AuditAction action, Seat seat) {
    var more = Stream.concat(traces.stream(), Stream.of(new Trace(action, seat.personId())));
    return new Done(change, concerns, more.toList(), newSeats, letterTo);
  }

  /** And these seats are new. */
  public Done with(List<Seat> seats) {
    return new Done(change, concerns, traces, seats, letterTo);
  }

  /** And a letter is asked for. */
  public Done andLetterTo(@Nullable String address) {
    return new Done(change, concerns, traces, newSeats, address);
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "Done[" + change + "]";
  }
}
