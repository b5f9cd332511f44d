package no.samsnakk.contracts.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the others may know her. Never an identity number (design, part 6).
 *
 * @param version rises with every change; an older one is ignored
 * @param name what the directory or BankID calls her; until one of them has, nobody is told of her
 * @param email her own address, from herself or from the directory; never one that somebody else
 *     typed
 * @param formerEmail where her letters went until she herself changed it just now: that address is
 *     told, once, that they no longer do. None where nothing went anywhere, or nothing of that was
 *     changed, or not by her
 */
public record PersonChanged(
    UUID personId,
    long version,
    String name,
    @Nullable String email,
    List<Role> roles,
    @Nullable String formerEmail)
    implements RoomEvent {

  /** Somebody whose letters go where they went, or did not go anywhere before. */
  public PersonChanged(
      UUID personId, long version, String name, @Nullable String email, List<Role> roles) {
    this(personId, version, name, email, roles, null);
  }

  /** What she is to an organisation, by that organisation's own directory (PractitionerRole). */
  public record Role(
      UUID roleId, String kind, String title, UUID organisationId, String organisationName) {}

  /** Neither name nor address (R9). */
  @Override
  public String toString() {
    return "PersonChanged[personId=" + personId + ", version=" + version + "]";
  }
}
