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
 * @param seen whether those who see the room see it changed
 * @param change what the other services are told
 * @param concerns the person whose seat it was, for changes of a seat
 * @param traces what the log is told (R6)
 * @param newSeats seats that were not there before
 * @param letterTo where a letter about it is asked for; kept nowhere but in what is told
 */
public record Done(
    boolean seen,
    Change change,
    @Nullable UUID concerns,
    List<Trace> traces,
    List<Seat> newSeats,
    @Nullable String letterTo) {

  /** One entry for the log. */
  public record Trace(AuditAction action, @Nullable UUID concerns) {}

  /** Something done to the room itself. */
  public static Done toRoom(Change change, AuditAction action) {
    return seen(change, null, List.of(new Trace(action, null)));
  }

  /** Something done to a seat that was there. */
  public static Done toSeat(Change change, AuditAction action, Seat seat) {
    var concerned = seat.personId();
    return seen(change, concerned, List.of(new Trace(action, concerned)));
  }

  private static Done seen(Change change, @Nullable UUID concerns, List<Trace> traces) {
    return new Done(true, change, concerns, traces, List.of(), null);
  }

  /** Told to the other services, with nothing that anybody who sees the room could notice. */
  public static Done unseen(Change change) {
    return new Done(false, change, null, List.of(), List.of(), null);
  }

  /** And this as well. */
  public Done and(AuditAction action, Seat seat) {
    var more = Stream.concat(traces.stream(), Stream.of(new Trace(action, seat.personId())));
    return new Done(seen, change, concerns, more.toList(), newSeats, letterTo);
  }

  /** And that as well; what the others are told is the first of the two. */
  public Done and(Done more) {
    var all = Stream.concat(traces.stream(), more.traces.stream()).toList();
    return new Done(seen, change, concerns, all, newSeats, letterTo);
  }

  /** And these seats are new. */
  public Done with(List<Seat> seats) {
    return new Done(seen, change, concerns, traces, seats, letterTo);
  }

  /** And a letter is asked for. */
  public Done andLetterTo(@Nullable String address) {
    return new Done(seen, change, concerns, traces, newSeats, address);
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "Done[" + change + "]";
  }
}
