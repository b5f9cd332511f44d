package no.samsnakk.platform.caller;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The signed-in person as rooms describes her: its answer to {@code GET /api/me}. */
public record Me(UUID personId, String name, Level level, Instant signedInAt, List<Role> roles) {

  /** What she is to an organisation (PractitionerRole). */
  public record Role(UUID roleId, Kind kind, String title, Organisation organisation) {}

  /** What a role allows. */
  public enum Kind {
    PROFESSIONAL,
    AUDITOR,
    ADMINISTRATOR
  }

  /** An organisation by id and name. */
  public record Organisation(UUID organisationId, String name) {}

  /** Not the name (R9). */
  @Override
  public String toString() {
    return "Me[personId=" + personId + "]";
  }
}
