package no.samsnakk.rooms.directory;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.caller.Me.Kind;
import org.jspecify.annotations.Nullable;

/** A role with its organisation's name. */
public record RoleView(
    UUID roleId,
    UUID personId,
    Kind kind,
    String title,
    UUID organisationId,
    String organisationName,
    @Nullable Instant endedAt) {
  /** As its holder sees it. */
  public Me.Role mine() {
    return new Me.Role(roleId, kind, title, new Me.Organisation(organisationId, organisationName));
  }

  /** Whether its holder can sit in a room by it. */
  public boolean seatable() {
    return kind == Kind.PROFESSIONAL && endedAt == null;
  }

  PersonChanged.Role told() {
    return new PersonChanged.Role(roleId, kind.name(), title, organisationId, organisationName);
  }
}
