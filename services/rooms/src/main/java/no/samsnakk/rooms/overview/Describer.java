package no.samsnakk.rooms.overview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Describes rooms to those who see them, in the current session. */
@ApplicationScoped
public class Describer {
  private final People people;
  private final Roles roles;

  Describer(People people, Roles roles) {
    this.people = people;
    this.roles = roles;
  }

  /** The room for this caller; fails with {@code room-unknown} if she does not see it. */
  public Uni<RoomDetails> details(RoomState state, Caller caller) {
    var access = Access.require(state, caller);
    return names(List.of(state)).map(names -> new Description(access, names).details());
  }

  Uni<List<RoomSummary>> summaries(List<Access> rooms) {
    return names(rooms.stream().map(Access::state).toList())
        .map(
            names ->
                rooms.stream().map(access -> new Description(access, names).summary()).toList());
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
