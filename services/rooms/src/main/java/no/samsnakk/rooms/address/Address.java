package no.samsnakk.rooms.address;

import no.samsnakk.rooms.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's letters go, as she sees it.
 *
 * @param email none where nobody who may has said so
 * @param source who said so
 * @param version of the person, which a change has to name
 */
public record Address(@Nullable String email, @Nullable Source source, long version) {

  /** Who said so. */
  public enum Source {
    OWN,
    DIRECTORY
  }

  static Address of(Person person) {
    var email = person.email();
    var source = email == null ? null : person.saidWhere() ? Source.OWN : Source.DIRECTORY;
    return new Address(email, source, person.version());
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "Address[***]";
  }
}
