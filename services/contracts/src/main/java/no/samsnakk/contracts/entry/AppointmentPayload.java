package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Times for meeting that somebody proposes, and what becomes of them: kind {@code APPOINTMENT},
 * format 1. Each says all of it, so that the newest of an appointment, whoever has sent it, is what
 * holds. Times are what the clocks in Norway show, in whole minutes.
 *
 * @param about the place in the room of the entry with which the appointment began; none in that
 *     one
 * @param status how it stands
 * @param description what they meet for, one line
 * @param slots the times that are proposed, one to five, in the order in which they are shown
 * @param booked the one that is agreed; of what is proposed anew or cancelled the one that was
 *     agreed before and holds no more, if one was
 * @param place where, one line, if that is said
 * @param link where they meet by video, {@code https}, if they do
 * @param participantIds who is to come, the one who proposes among them
 * @param proposedById who has proposed these times
 * @param follows the place of the entry that said how it stood before, which whoever says this has
 *     seen; none in the first
 */
public record AppointmentPayload(
    @Nullable Long about,
    Status status,
    String description,
    List<Slot> slots,
    @Nullable Slot booked,
    @Nullable String place,
    @Nullable String link,
    List<UUID> participantIds,
    UUID proposedById,
    @Nullable Long follows) {
  /** The name of its kind. */
  public static final String KIND = "APPOINTMENT";

  public AppointmentPayload {
    requireNonNull(status);
    requireNonNull(description);
    slots = List.copyOf(slots);
    participantIds = List.copyOf(participantIds);
    requireNonNull(proposedById);
    if (status == Status.BOOKED && booked == null) {
      throw new IllegalArgumentException("What is booked has a time");
    }
    boolean begins = about == null;
    if (begins != (follows == null) || (begins && (status != Status.PROPOSED || booked != null))) {
      throw new IllegalArgumentException("An appointment begins with what is proposed");
    }
  }

  /** How an appointment stands; as FHIR's {@code Appointment.status} names it. */
  public enum Status {
    /** One of the times is to be chosen. */
    PROPOSED,
    /** A time is agreed. */
    BOOKED,
    /** Nobody meets, and nothing more comes of it. */
    CANCELLED
  }

  /** One of the times. */
  public record Slot(LocalDateTime start, LocalDateTime end) {
    public Slot {
      requireNonNull(start);
      requireNonNull(end);
    }
  }

  /** Whether somebody may have to act on it, or to come. */
  @JsonIgnore
  public boolean isStanding() {
    return status != Status.CANCELLED;
  }

  /**
   * Whether the other is of the same times, for the same people, at the same place, whatever has
   * become of them.
   */
  public boolean isOfTheSame(AppointmentPayload other) {
    return description.equals(other.description)
        && slots.equals(other.slots)
        && Objects.equals(place, other.place)
        && Objects.equals(link, other.link)
        && new HashSet<>(participantIds).equals(new HashSet<>(other.participantIds))
        && proposedById.equals(other.proposedById);
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "AppointmentPayload[]";
  }
}
