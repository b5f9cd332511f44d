package no.samsnakk.rooms.overview;

import java.util.Map;
import java.util.UUID;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.person.Person;
import org.jspecify.annotations.Nullable;

/** The people and roles that some rooms are described with. */
record Names(Map<UUID, Person> people, Map<UUID, RoleView> roles) {

  String of(@Nullable UUID personId) {
    var person = personId == null ? null : people.get(personId);
    if (person == null) {
      throw new IllegalStateException("a seat is held by nobody known");
    }
    return person
        .name()
        .orElseThrow(() -> new IllegalStateException("a seat is held by somebody nameless"));
  }

  @Nullable RoleView role(@Nullable UUID roleId) {
    return roleId == null ? null : roles.get(roleId);
  }
}
