package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Which of the times that are proposed fit somebody who is to come: kind {@code
 * APPOINTMENT_RESPONSE}, format 1. Of each person the newest that follows the times that stand
 * counts.
 *
 * @param about the place in the room of the entry with which the appointment began
 * @param accepts when those begin that fit; none where none does
 * @param follows the place of the entry that proposed the times, which the person has seen
 */
public record AppointmentResponsePayload(long about, List<LocalDateTime> accepts, long follows) {
  /** The name of its kind. */
  public static final String KIND = "APPOINTMENT_RESPONSE";

  public AppointmentResponsePayload {
    requireNonNull(accepts);
    accepts = accepts.stream().distinct().sorted().toList();
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "AppointmentResponsePayload[]";
  }
}
