package no.samsnakk.rooms.overview;

import java.time.Instant;
import no.samsnakk.rooms.room.Consent;
import org.jspecify.annotations.Nullable;

/** What the patient has answered, and to which text. */
public record ConsentView(
    String textVersion,
    @Nullable Instant givenAt,
    @Nullable Instant declinedAt,
    @Nullable Instant withdrawnAt) {

  static @Nullable ConsentView of(Consent consent) {
    return switch (consent) {
      case Consent.Asked _ -> null;
      case Consent.Retracted _ -> null;
      case Consent.Given(var version, var at) -> new ConsentView(version, at, null, null);
      case Consent.Declined(var version, var at) -> new ConsentView(version, null, at, null);
      case Consent.Withdrawn(var version, var given, var at) ->
          new ConsentView(version, given, null, at);
    };
  }
}
