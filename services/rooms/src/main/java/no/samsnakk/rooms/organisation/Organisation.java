package no.samsnakk.rooms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import no.samsnakk.platform.id.Ids;

/** An organisation (FHIR: Organization). */
@Entity
@Table(name = "organisation")
public class Organisation {
  @Id
  @Column(name = "organisation_id")
  private UUID organisationId;

  @Column private String number;
  @Column private String name;

  protected Organisation() {}

  /** A new one; the number is valid. */
  public Organisation(String number, String name) {
    this.organisationId = Ids.next();
    this.number = number;
    this.name = name;
  }

  public UUID organisationId() {
    return organisationId;
  }

  public String number() {
    return number;
  }

  public String name() {
    return name;
  }

  /** Tells whether that changed anything. */
  public boolean called(String newName) {
    boolean another = !newName.equals(name);
    name = newName;
    return another;
  }
}
