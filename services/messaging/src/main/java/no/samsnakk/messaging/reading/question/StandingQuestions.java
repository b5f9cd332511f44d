package no.samsnakk.messaging.reading.question;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.messaging.reading.standing.Told;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits for an answer in the caller's rooms. */
@Schema(requiredProperties = {"items", "whole"})
public record StandingQuestions(
    @Schema(
            description =
                "Those that have waited longest first, 1,000 at most. Of more, those in which the"
                    + " caller is waited for or waits come before others, and the first that each"
                    + " person has said in a room before the second of anybody, up to 100")
        List<StandingQuestion> items,
    @Schema(
            description =
                "Whether these are all: not where there are more, and not where some don't open")
        boolean whole) {

  /**
   * What is answered to her.
   *
   * @param opened how each question stands that was looked at, those first that come before others
   *     where there are too many; nothing of one that did not open
   * @param all whether there are no others
   */
  static StandingQuestions of(List<Optional<StandingQuestion>> opened, UUID personId, boolean all) {
    var standing =
        opened.stream().flatMap(Optional::stream).filter(it -> it.state().isStanding()).toList();
    boolean open = opened.stream().allMatch(Optional::isPresent);
    var told = Told.of(standing, personId, all && open);
    return new StandingQuestions(told.items(), told.whole());
  }
}
