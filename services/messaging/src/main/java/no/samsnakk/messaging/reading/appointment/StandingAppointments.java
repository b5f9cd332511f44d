package no.samsnakk.messaging.reading.appointment;

import static java.util.Comparator.comparing;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.messaging.reading.standing.Told;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is proposed or agreed in the caller's rooms. */
@Schema(requiredProperties = {"items", "whole"})
public record StandingAppointments(
    @Schema(
            description =
                "What is agreed in the order of its time, then what is proposed, that first which"
                    + " has stood longest; 1,000 at most, and none that was said more than a year"
                    + " ago: its times have passed. Of more, those to which the caller"
                    + " is to come are before others, and the newest that each person has said in"
                    + " a room before the second of anybody, up to 300")
        List<StandingAppointment> items,
    @Schema(
            description =
                "Whether these are all: not where there are more, and not where some don't open")
        boolean whole) {

  /** What is only proposed comes last, as it came. */
  private static final Comparator<Appointment> NEXT =
      comparing(one -> one.agreed().map(Slot::start).orElse(LocalDateTime.MAX));

  /**
   * What is answered to her.
   *
   * @param opened all that were looked at and opened, those first that come before others where
   *     there are too many
   * @param all whether there are no others
   */
  static StandingAppointments of(List<Appointment> opened, UUID personId, boolean all) {
    var standing = opened.stream().filter(Appointment::isStanding).toList();
    var told = Told.of(standing, personId, all);
    var taken = Taken.by(standing, personId);
    var items =
        told.items().stream()
            .sorted(NEXT)
            .map(one -> StandingAppointment.of(one, taken.clashes(one)))
            .toList();
    return new StandingAppointments(items, told.whole());
  }
}
