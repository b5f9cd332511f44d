package no.samsnakk.messaging.reading.agreement;

import java.util.List;
import java.util.UUID;
import no.samsnakk.messaging.reading.standing.Told;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds in the caller's rooms, or is to. */
@Schema(requiredProperties = {"items", "whole"})
public record StandingAgreements(
    @Schema(
            description =
                "Those that have stood longest first, 1,000 at most. Of more, those that concern the"
                    + " caller come before others, and the first that each person has said in a"
                    + " room before the second of anybody, up to 100")
        List<StandingAgreement> items,
    @Schema(
            description =
                "Whether these are all: not where there are more, and not where some don't open")
        boolean whole) {

  /**
   * What is answered to her.
   *
   * @param standing all that were looked at and opened, those first that come before others where
   *     there are too many
   * @param all whether there are no others
   */
  static StandingAgreements of(List<Agreement> standing, UUID personId, boolean all) {
    var told = Told.of(standing, personId, all);
    return new StandingAgreements(
        told.items().stream().map(StandingAgreement::of).toList(), told.whole());
  }
}
