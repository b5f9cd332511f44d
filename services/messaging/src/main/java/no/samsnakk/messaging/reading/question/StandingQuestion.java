package no.samsnakk.messaging.reading.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import no.samsnakk.messaging.reading.standing.Said;
import no.samsnakk.messaging.reading.standing.Stands;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for somebody's answer, or did; never what is asked, which is read in the
 * room.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    requiredProperties = {
      "roomId",
      "about",
      "seq",
      "state",
      "askedById",
      "addresseeId",
      "lapsed",
      "since"
    })
public record StandingQuestion(
    UUID roomId,
    @Schema(description = "The place in the room of the message that asks") long about,
    @Schema(description = "The place of the entry that says how it stands") long seq,
    @Schema(
            description = "What is neither answered nor withdrawn",
            enumeration = {"OPEN", "PROMISED"})
        State state,
    @Schema(description = "Who has made the message a question") UUID askedById,
    @Schema(description = "Whose answer is waited for") UUID addresseeId,
    @Schema(description = "The day until which an answer is wished for")
        @Nullable LocalDate wantedBy,
    @Schema(description = "The day until which the addressee has promised to answer")
        @Nullable LocalDate promisedBy,
    @Schema(description = "Whether the addressee can't write in the room any more") boolean lapsed,
    @Schema(description = "Since when it stands like this") Instant since)
    implements Stands {

  /** Whether she is waited for in it, or waits. */
  @Override
  public boolean concerns(UUID personId) {
    return addresseeId.equals(personId) || askedById.equals(personId);
  }

  static StandingQuestion of(Said<QuestionPayload> newest) {
    var says = newest.says();
    return new StandingQuestion(
        newest.envelope().roomId(),
        says.about(),
        newest.envelope().seq(),
        says.state(),
        says.askedById(),
        says.addresseeId(),
        says.wantedBy(),
        says.promisedBy(),
        !newest.access().mayWrite(says.addresseeId()),
        newest.envelope().sentAt());
  }
}
