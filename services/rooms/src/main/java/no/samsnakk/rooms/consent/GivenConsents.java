package no.samsnakk.rooms.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patient has said yes to in a room, the newest first, fifty at most.
 *
 * @param texts each version that stands in the items, once
 */
public record GivenConsents(List<GivenConsent> items, List<ConsentText> texts) {
  /**
   * One yes.
   *
   * @param language in which the text stood on his screen, if his browser said so
   * @param named who stood on the page; null for one from before that was kept
   */
  public record GivenConsent(
      String textVersion,
      @Nullable String language,
      Instant givenAt,
      @Nullable List<Named> named) {}

  /**
   * Somebody as she was called there then.
   *
   * @param joins whether the yes let her in; else he was asked about her after it
   */
  public record Named(String name, String title, String organisationName, boolean joins) {
    /** Not the name (R9). */
    @Override
    public String toString() {
      return "Named[joins=" + joins + "]";
    }
  }
}
