package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some of the room agree on, and what becomes of it: kind {@code AGREEMENT}, format 1. Each
 * says all of it, so that the newest of an agreement, whoever has sent it, is what holds. Days are
 * Norwegian ones.
 *
 * @param about the place in the room of the entry with which the agreement began; none in that one
 * @param status how it stands
 * @param description what they agree on, one line
 * @param participantIds whom it concerns, the one who proposes it among them
 * @param ownerId which of them sees to it; none where all do, or it is not for anybody to do
 * @param dueBy the day until which it is to be done, if there is one
 * @param message the place of the message that it was made from, if it was made from one
 * @param proposedById who has put it in these words
 * @param follows the place of the entry that said how it stood before, which whoever says this has
 *     seen; none in the first
 */
public record AgreementPayload(
    @Nullable Long about,
    Status status,
    String description,
    List<UUID> participantIds,
    @Nullable UUID ownerId,
    @Nullable LocalDate dueBy,
    @Nullable Long message,
    UUID proposedById,
    @Nullable Long follows) {
  /** The name of its kind. */
  public static final String KIND = "AGREEMENT";

  public AgreementPayload {
    requireNonNull(status);
    requireNonNull(description);
    participantIds = List.copyOf(participantIds);
    requireNonNull(proposedById);
    boolean begins = about == null;
    if (begins != (follows == null) || (begins && status != Status.ACTIVE)) {
      throw new IllegalArgumentException("An agreement begins with what is to hold");
    }
  }

  /**
   * How an agreement stands. Whether those whom it concerns agree is told by their answers ({@link
   * AgreementResponsePayload}).
   */
  public enum Status {
    /** It is to hold. */
    ACTIVE,
    /** What was agreed is done. */
    COMPLETED,
    /** It holds no more, and was not done. */
    CANCELLED
  }

  /** Whether it is to hold. */
  @JsonIgnore
  public boolean isStanding() {
    return status == Status.ACTIVE;
  }

  /** Whether the other is of the same, in the same words of the same person. */
  public boolean isOfTheSame(AgreementPayload other) {
    return isWorded(other) && proposedById.equals(other.proposedById);
  }

  /** Whether the other says the same, whoever does. */
  public boolean isWorded(AgreementPayload other) {
    return description.equals(other.description)
        && new HashSet<>(participantIds).equals(new HashSet<>(other.participantIds))
        && Objects.equals(ownerId, other.ownerId)
        && Objects.equals(dueBy, other.dueBy)
        && Objects.equals(message, other.message);
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "AgreementPayload[]";
  }
}
