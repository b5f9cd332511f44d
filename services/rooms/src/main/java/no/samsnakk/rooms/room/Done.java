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
 */
public record Done(
    Change change, @Nullable UUID concerns, List<Trace> traces, List<Seat> newSeats) {

  /** One entry for the log. */
  public record Trace(AuditAction action, @Nullable UUID concerns) {}

  /** Something done to the room itself. */
  public static Done toRoom(Change change, AuditAction action) {
    return new Done(change, null, List.of(new Trace(action, null)), List.of());
  }

  /** Something done to a seat that was there. */
  public static Done toSeat(Change change, AuditAction action, Seat seat) {
    var concerned = seat.personId();
    return new Done(change, concerned, List.of(new Trace(action, concerned)), List.of());
  }

  /** And this as well. */
  public Done and(AuditAction action, Seat seat) {
    var more = Stream.concat(traces.stream(), Stream.of(new Trace(action, seat.personId())));
    return new Done(change, concerns, more.toList(), newSeats);
  }

  /** And these seats are new. */
  public Done with(List<Seat> seats) {
    return new Done(change, concerns, traces, seats);
  }
}
