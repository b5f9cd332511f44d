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
import no.samsnakk.rooms.identity.RowSeal;
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

  /** That a directory has said all this; none in a row that no directory has said. */
  @Column private byte @Nullable [] seal;

  protected Role() {}

  Role(UUID personId, UUID organisationId, Kind kind, String title, RowSeal seals) {
    this.roleId = Ids.next();
    this.personId = personId;
    this.organisationId = organisationId;
    this.kind = kind;
    this.title = title;
    seal(seals);
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

  boolean isProven(RowSeal seals) {
    return seals.fits(seal, "role", columns());
  }

  private @Nullable Object[] columns() {
    return new @Nullable Object[] {roleId, personId, organisationId, kind, title, ended()};
  }

  RoleView in(String organisationName) {
    return new RoleView(roleId, personId, kind, title, organisationId, organisationName, endedAt);
  }

  /** The directory says that she has it, under this title; tells whether that is news. */
  boolean held(String newTitle, RowSeal seals) {
    boolean news = ended() || !newTitle.equals(title);
    title = newTitle;
    endedAt = null;
    seal(seals);
    return news;
  }

  /** The directory no longer says so; if none ever did, that is still not proven. */
  void end(Instant at, RowSeal seals) {
    boolean proven = isProven(seals);
    endedAt = at;
    if (proven) {
      seal(seals);
    }
  }

  /** Believes it, if it is from before there were seals. */
  void sealFirst(RowSeal seals) {
    if (seal == null) {
      seal(seals);
    }
  }

  private void seal(RowSeal seals) {
    seal = seals.of("role", columns());
  }
}
