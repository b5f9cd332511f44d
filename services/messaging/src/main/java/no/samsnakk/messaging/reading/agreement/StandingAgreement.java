package no.samsnakk.messaging.reading.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is to hold; never what is agreed on, which is read in the room. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    requiredProperties = {
      "roomId",
      "about",
      "seq",
      "proposedById",
      "participantIds",
      "waitsForIds",
      "objectedIds",
      "lapsed",
      "since"
    })
public record StandingAgreement(
    UUID roomId,
    @Schema(description = "The place in the room where it began") long about,
    @Schema(description = "The place of the entry that says how it stands") long seq,
    @Schema(description = "Who has put it in these words") UUID proposedById,
    @Schema(description = "Whom it concerns, the one who proposes it among them")
        List<UUID> participantIds,
    @Schema(description = "Which of them sees to it; none where all do, or it is for nobody to do")
        @Nullable UUID ownerId,
    @Schema(description = "The day until which it is to be done") @Nullable LocalDate dueBy,
    @Schema(
            description =
                "Whose word is waited for next: of those who can still write there and have said"
                    + " nothing of these words; once all have and somebody has objected, of whoever"
                    + " proposed it, or of all where she has gone. It is agreed where nobody is waited for, nobody has objected"
                    + " and it has not lapsed")
        List<UUID> waitsForIds,
    @Schema(description = "Who of those that can still write there does not agree")
        List<UUID> objectedIds,
    @Schema(
            description =
                "Whether nothing can come of it as it stands: fewer than two of those whom it"
                    + " concerns can still write in the room, or not the one who sees to it")
        boolean lapsed,
    @Schema(description = "Since when it stands in these words") Instant since) {

  static StandingAgreement of(Agreement one) {
    var envelope = one.newest().envelope();
    var says = one.says();
    return new StandingAgreement(
        envelope.roomId(),
        says.about() == null ? envelope.seq() : says.about(),
        envelope.seq(),
        says.proposedById(),
        says.participantIds(),
        says.ownerId(),
        says.dueBy(),
        one.waitsFor(),
        one.objected(),
        one.isLapsed(),
        envelope.sentAt());
  }
}
