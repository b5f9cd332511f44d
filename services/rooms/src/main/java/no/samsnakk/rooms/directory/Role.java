package no.samsnakk.rooms.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.platform.caller.Me.Kind;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** What a person is to an organisation (FHIR: PractitionerRole). It ends; it is never deleted. */
@Entity
@Table(name = "role")
public class Role {
  @Id
  @Column(name = "role_id")
  private UUID roleId;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "organisation_id")
  private UUID organisationId;

  @Enumerated(EnumType.STRING)
  @Column
  private Kind kind;

  @Column private String title;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected Role() {}

  Role(UUID personId, UUID organisationId, Kind kind, String title) {
    this.roleId = Ids.next();
    this.personId = personId;
    this.organisationId = organisationId;
    this.kind = kind;
    this.title = title;
  }

  public UUID roleId() {
    return roleId;
  }

  public UUID personId() {
    return personId;
  }

  UUID organisationId() {
    return organisationId;
  }

  Kind kind() {
    return kind;
  }

  boolean ended() {
    return endedAt != null;
  }

  /** The directory says that she has it, under this title; tells whether that is news. */
  boolean held(String newTitle) {
    boolean news = ended() || !newTitle.equals(title);
    title = newTitle;
    endedAt = null;
    return news;
  }

  /** The directory no longer says so. */
  void end(Instant at) {
    endedAt = at;
  }
}
