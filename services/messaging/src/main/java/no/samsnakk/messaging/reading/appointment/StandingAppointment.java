package no.samsnakk.messaging.reading.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An appointment that is proposed or agreed; never what for, where or when, which is read in the
 * room.
 */
@Schema(
    requiredProperties = {
      "roomId",
      "about",
      "seq",
      "status",
      "proposedById",
      "participantIds",
      "waitsForIds",
      "lapsed",
      "clashes",
      "since"
    })
public record StandingAppointment(
    UUID roomId,
    @Schema(description = "The place in the room where it began") long about,
    @Schema(description = "The place of the entry that says how it stands") long seq,
    @Schema(
            description = "What is neither cancelled nor over",
            enumeration = {"PROPOSED", "BOOKED"})
        Status status,
    @Schema(description = "Who has proposed the times") UUID proposedById,
    @Schema(description = "Who is to come, the one who proposed among them")
        List<UUID> participantIds,
    @Schema(
            description =
                "Whose word is waited for next: of two the one who was asked; of more, those who"
                    + " have not answered these times, and once all have, whoever proposed them,"
                    + " as where nobody can take one of them. Nobody where it is agreed, or whoever"
                    + " proposed can't write in the room any more")
        List<UUID> waitsForIds,
    @Schema(
            description =
                "Whether nothing can come of it as it stands: all times that are proposed have passed,"
                    + " or whoever proposed or all others can't write in the room any more; of what"
                    + " is agreed, whether nobody or one alone still can")
        boolean lapsed,
    @Schema(
            description =
                "Those of its times that overlap with what else is agreed in the same room, or in"
                    + " another to which the caller is to come, and who is to be at both; of what is"
                    + " agreed itself that time alone")
        List<Clash> clashes,
    @Schema(description = "Since when it stands like this") Instant since) {

  static StandingAppointment of(Appointment one, List<Clash> clashes) {
    var envelope = one.newest().envelope();
    var says = one.says();
    return new StandingAppointment(
        envelope.roomId(),
        says.about() == null ? envelope.seq() : says.about(),
        envelope.seq(),
        says.status(),
        says.proposedById(),
        says.participantIds(),
        one.waitsFor(),
        one.isLapsed(),
        clashes,
        envelope.sentAt());
  }
}
