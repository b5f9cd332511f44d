package no.samsnakk.rooms.overview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatPeriod;
import no.samsnakk.rooms.room.SeatPeriods;
import org.jspecify.annotations.Nullable;

/** Describes rooms to those who see them, in the current session. */
@ApplicationScoped
public class Describer {
  private final People people;
  private final Roles roles;
  private final SeatPeriods periods;

  Describer(People people, Roles roles, SeatPeriods periods) {
    this.people = people;
    this.roles = roles;
    this.periods = periods;
  }

  /** The room for this caller; fails with {@code room-unknown} if she does not see it. */
  public Uni<RoomDetails> details(RoomState state, Caller caller) {
    var access = Access.require(state, caller);
    return periods(access)
        .chain(
            known ->
                names(List.of(state))
                    .map(names -> new Description(access, names, known.keySet()).details(known)));
  }

  /** When people were here is for those to know who may read what they said. */
  private Uni<Map<UUID, List<PeriodView>>> periods(Access access) {
    if (!mayRead(access)) {
      return Uni.createFrom().item(Map.of());
    }
    return periods
        .ofRoom(access.state().roomId())
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            SeatPeriod::seatId,
                            Collectors.mapping(PeriodView::of, Collectors.toList()))));
  }

  Uni<List<RoomSummary>> summaries(List<Access> rooms) {
    var readable =
        rooms.stream().filter(Describer::mayRead).map(it -> it.state().roomId()).toList();
    return periods
        .seatsOf(readable)
        .chain(
            everTaken ->
                names(rooms.stream().map(Access::state).toList())
                    .map(
                        names ->
                            rooms.stream()
                                .map(access -> new Description(access, names, everTaken).summary())
                                .toList()));
  }

  private static boolean mayRead(Access access) {
    return access.state().rights(access.seat()).read();
  }

  private Uni<Names> names(Collection<RoomState> rooms) {
    var ids = new HashSet<UUID>();
    rooms.forEach(state -> ids.add(state.room().proposedBy()));
    ids.addAll(of(rooms, Seat::personId));
    ids.addAll(of(rooms, Seat::invitedBy));
    return people
        .byIds(ids)
        .chain(found -> roles.byIds(of(rooms, Seat::roleId)).map(known -> new Names(found, known)));
  }

  private static Set<UUID> of(Collection<RoomState> rooms, Function<Seat, @Nullable UUID> part) {
    return rooms.stream()
        .flatMap(state -> state.seats().stream())
        .map(part)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
