package no.samsnakk.rooms.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person. The identity number is not here: it is never read back with the person. */
@Entity
@Table(name = "person")
public class Person {
  @Id
  @Column(name = "person_id")
  private UUID personId;

  @Column private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "name_source")
  private NameSource nameSource;

  @Column private @Nullable String email;

  @Column private long version;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Person() {}

  public UUID personId() {
    return personId;
  }

  public String name() {
    return name;
  }

  public NameSource nameSource() {
    return nameSource;
  }

  public @Nullable String email() {
    return email;
  }

  /** Rises with every change that others are told. */
  public long version() {
    return version;
  }

  /** Takes over a name; tells whether that changed anything. */
  public boolean called(String newName, NameSource source, Instant at) {
    boolean another = !newName.equals(name);
    name = newName;
    nameSource = source;
    return another && changed(at);
  }

  /** Takes over an address; tells whether that changed anything. */
  public boolean reachedAt(String newEmail, Instant at) {
    boolean another = !newEmail.equals(email);
    email = newEmail;
    return another && changed(at);
  }

  /** Something that others are told about her has changed. */
  public boolean changed(Instant at) {
    version++;
    changedAt = at;
    return true;
  }

  /** Neither name nor address (R9). */
  @Override
  public String toString() {
    return "Person[" + personId + "]";
  }
}
