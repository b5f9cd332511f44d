package no.samsnakk.rooms.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person. The identity number is not here: it is never read back with the person. Neither is
 * anything that somebody else typed about her: she has no name before the directory or BankID has
 * told one, and no address but the directory's and her own.
 */
@Entity
@Table(name = "person")
public class Person {
  @Id
  @Column(name = "person_id")
  private UUID personId;

  @Column private @Nullable String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "name_source")
  private @Nullable NameSource nameSource;

  @Column(name = "directory_email")
  private @Nullable String directoryEmail;

  @Column(name = "own_email")
  private @Nullable String ownEmail;

  /** From before addresses had a source; see the migration. */
  @Column(name = "email")
  private @Nullable String unsourcedEmail;

  @Column private long version;

  /**
   * Checked by every change, also one that forgets the lock: of two that have read the same row the
   * second fails, so that it undoes nothing and tells no second event under the same version.
   */
  @Version
  @Column(name = "row_version")
  private long rowVersion;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Person() {}

  public UUID personId() {
    return personId;
  }

  /** What she is called; nothing while only others have said so. */
  public Optional<String> name() {
    return nameSource == NameSource.TYPED ? Optional.empty() : Optional.ofNullable(name);
  }

  /** Where her letters go: where she wants them, or else where the directory says. */
  public @Nullable String email() {
    return ownEmail == null ? directoryEmail : ownEmail;
  }

  /** Whether she has said herself where her letters go. */
  public boolean saidWhere() {
    return ownEmail != null;
  }

  /** Rises with every change that others are told. */
  public long version() {
    return version;
  }

  /** Takes over a name; tells whether that changed anything. */
  public boolean called(String newName, NameSource source, Instant at) {
    boolean another = !name().equals(Optional.of(newName));
    name = newName;
    nameSource = source;
    return another && changed(at);
  }

  /** Takes over what the directory says; tells whether her letters now go elsewhere. */
  public boolean listedAt(@Nullable String newEmail, Instant at) {
    var before = email();
    directoryEmail = newEmail;
    return !Objects.equals(before, email()) && changed(at);
  }

  /** Takes over what she says, or nothing; tells whether she said something else before. */
  public boolean wantsLettersAt(@Nullable String newEmail, Instant at) {
    boolean another = !Objects.equals(ownEmail, newEmail);
    ownEmail = newEmail;
    return another && changed(at);
  }

  /** Lets go of an address that may be a stranger's; tells whether there was one. */
  public boolean dropUnsourced(Instant at) {
    boolean had = unsourcedEmail != null;
    unsourcedEmail = null;
    return had && changed(at);
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
