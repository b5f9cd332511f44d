package no.samsnakk.rooms.caller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import no.samsnakk.rooms.identity.SubjectSeal;

/** Whom the issuer means by a subject. */
@Entity
@Table(name = "subject")
public class Subject {
  @Id @Column private String subject;

  @Column(name = "person_id")
  private UUID personId;

  @Column private byte[] seal;

  protected Subject() {}

  boolean isProven(SubjectSeal seals) {
    return seals.fits(seal, subject, personId);
  }

  public UUID personId() {
    return personId;
  }
}
