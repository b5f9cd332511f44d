package no.samsnakk.notifications.reading;

import java.util.UUID;
import no.samsnakk.contracts.event.PersonChanged;
import org.jspecify.annotations.Nullable;

/**
 * What was news of somebody.
 *
 * @param emailBefore where her letters went until then
 */
public record PersonNews(PersonChanged person, @Nullable String emailBefore) {

  /** Whose. */
  public UUID personId() {
    return person.personId();
  }

  /** Whether her letters go to an address to which they did not go before. */
  public boolean hasNewAddress() {
    var email = person.email();
    return email != null && !email.equalsIgnoreCase(emailBefore);
  }

  /** Not the addresses (R9). */
  @Override
  public String toString() {
    return "PersonNews[" + personId() + "]";
  }
}
