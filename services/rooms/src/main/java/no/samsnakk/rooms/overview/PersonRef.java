package no.samsnakk.rooms.overview;

import java.util.UUID;

/**
 * A person as those in a room see her.
 *
 * @param personId before the patient has consented only he himself sees his own; others see a
 *     stand-in, or it would tell whose number was typed
 */
public record PersonRef(UUID personId, String name) {
  /** Not the name (R9). */
  @Override
  public String toString() {
    return "PersonRef[" + personId + "]";
  }
}
