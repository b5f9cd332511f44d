package no.samsnakk.rooms.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.rooms.room.PlaceInList;
import no.samsnakk.rooms.room.Rooms;

/** The rooms that somebody sees. */
@ApplicationScoped
public class Membership {
  /** So many are looked at for one question. */
  private static final int AT_ONCE = 100;

  private final Rooms rooms;

  Membership(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Some of them, perhaps none, and where to go on if there may be more. */
  public record Some(List<Access> rooms, Optional<PlaceInList> next) {}

  /** The next of them, the last changed first. */
  public Uni<Some> roomsOf(UUID personId, PlaceInList after) {
    return rooms.ofPerson(personId, after, AT_ONCE).map(page -> seen(page, personId));
  }

  private static Some seen(Rooms.Page page, UUID personId) {
    var seen = page.rooms().stream().flatMap(state -> Access.of(state, personId).stream()).toList();
    return new Some(seen, page.next());
  }

  /**
   * Whether there is one at all, or he has blocked somebody from those of his: one may be hidden
   * for it.
   */
  public Uni<Boolean> anyRoomOrBlock(UUID personId) {
    return Panache.withSession(
        () ->
            anyRoom(personId, PlaceInList.START)
                .chain(
                    any ->
                        any
                            ? Uni.createFrom().item(true)
                            : rooms.blockedBy(personId).map(blocked -> !blocked.isEmpty())));
  }

  private Uni<Boolean> anyRoom(UUID personId, PlaceInList after) {
    return roomsOf(personId, after)
        .chain(
            some ->
                some.rooms().isEmpty() && some.next().isPresent()
                    ? anyRoom(personId, some.next().get())
                    : Uni.createFrom().item(!some.rooms().isEmpty()));
  }
}
