package no.samsnakk.rooms.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.room.Rooms;

/** The rooms that somebody sees. */
@ApplicationScoped
public class Membership {
  private final Rooms rooms;

  Membership(Rooms rooms) {
    this.rooms = rooms;
  }

  /** All of them, the last changed first. */
  public Uni<List<Access>> roomsOf(UUID personId) {
    return rooms
        .ofPerson(personId)
        .map(
            states ->
                states.stream().flatMap(state -> Access.of(state, personId).stream()).toList());
  }

  /** Whether there is one at all. */
  public Uni<Boolean> anyRoom(UUID personId) {
    return Panache.withSession(() -> roomsOf(personId)).map(seen -> !seen.isEmpty());
  }
}
