package no.samsnakk.rooms.caller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import no.samsnakk.rooms.identity.RowSeal;

/** Whom the issuer means by a subject. */
@Entity
@Table(name = "subject")
public class Subject {
  @Id @Column private String subject;

  @Column(name = "person_id")
  private UUID personId;

  @Column private byte[] seal;

  protected Subject() {}

  static byte[] seal(RowSeal seals, String subject, UUID personId) {
    return seals.of("subject", subject, personId);
  }

  /** Whether it is as it was written. */
  boolean isProven(RowSeal seals) {
    return seals.fits(seal, "subject", subject, personId);
  }

  /** Whether it is this subject's: that is not left to the database to find. */
  boolean isOf(String asked) {
    return subject.equals(asked);
  }

  String subject() {
    return subject;
  }

  public UUID personId() {
    return personId;
  }
}
