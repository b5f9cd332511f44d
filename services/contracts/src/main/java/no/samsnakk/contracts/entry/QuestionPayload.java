package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the question stands that somebody has made of a message: kind {@code QUESTION}, format 1.
 * Each says all of it, so that the newest about a message, whoever has sent it, is what holds. Days
 * are Norwegian ones.
 *
 * @param about the place in the room of the message that asks
 * @param askedById who has made the message a question
 * @param addresseeId whose answer is waited for
 * @param wantedBy the day until which an answer is wished for, if there is one
 * @param promisedBy the day until which the addressee answers; of a promise alone
 * @param answer the place of the message that answers it, if one does; of what is answered alone
 * @param follows the place of the entry that said how it stood before, which whoever says this has
 *     seen; none where nothing was waited for
 */
public record QuestionPayload(
    long about,
    State state,
    UUID askedById,
    UUID addresseeId,
    @Nullable LocalDate wantedBy,
    @Nullable LocalDate promisedBy,
    @Nullable Long answer,
    @Nullable Long follows) {
  /** The name of its kind. */
  public static final String KIND = "QUESTION";

  public QuestionPayload {
    requireNonNull(state);
    requireNonNull(askedById);
    requireNonNull(addresseeId);
    if ((promisedBy != null) != (state == State.PROMISED)) {
      throw new IllegalArgumentException("A promise has a day, and nothing else has");
    }
    if (answer != null && state != State.ANSWERED) {
      throw new IllegalArgumentException("Only what is answered has an answer");
    }
  }

  /**
   * Where a question stands. That it was forwarded is an {@link #OPEN} with another addressee; that
   * its addressee has seen it is told by her marks, and that it lapsed by her seat.
   */
  public enum State {
    /** An answer is waited for. */
    OPEN,
    /** The addressee has said until when she answers. */
    PROMISED,
    ANSWERED,
    /** Nobody waits for an answer any more. */
    WITHDRAWN;

    /** Whether an answer is still waited for. */
    public boolean isStanding() {
      return this == OPEN || this == PROMISED;
    }
  }

  /** Whether an answer is still waited for. */
  @JsonIgnore
  public boolean isStanding() {
    return state.isStanding();
  }

  /** Whether the other says the same of the question, whatever they follow. */
  public boolean isSameAs(QuestionPayload other) {
    return withoutFollows().equals(other.withoutFollows());
  }

  private QuestionPayload withoutFollows() {
    return new QuestionPayload(
        about, state, askedById, addresseeId, wantedBy, promisedBy, answer, null);
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "QuestionPayload[]";
  }
}
