package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;

/**
 * A kind that says something of an earlier row of the room, or begins what later ones say more of.
 * It is refused where there is no such row; what else may be wrong with it is asked under the
 * room's lock, so that nothing comes between the answer and the commit.
 */
public interface AmendingKind<P> extends EntryKind<P> {
  /** Whose words of one row stand beside each other. */
  enum Whose {
    /** Of each person her newest holds. */
    EACH,
    /** The newest holds, whoever has said it. */
    ALL
  }

  @Override
  default EntryClass entryClass() {
    return EntryClass.AMENDS;
  }

  Whose whose();

  /** The place in the room of the row that it is about; null where it begins something itself. */
  @Nullable Long about(P payload);

  /**
   * Another kind, of whose words the newest about the row counts as well, whoever has said it; null
   * where there is none.
   */
  default @Nullable String beside() {
    return null;
  }

  /** Whether it counts on whose screens the row has been. */
  default boolean asksWhoHasRead() {
    return false;
  }

  /**
   * The members of its payload that the server alone says: what a client says of them is nothing.
   */
  default Set<String> saidByTheServer() {
    return Set.of();
  }

  /** Whether it takes back the row that it is about: nothing more is said of that. */
  default boolean takesBack() {
    return false;
  }

  /** Whether it says otherwise what the row says that it is about. */
  default boolean changes() {
    return false;
  }

  /** What is kept of it: with what the server alone says. */
  default P completed(P payload, Before<P> before) {
    return payload;
  }

  /** Whether something is still waited for after it; null where this kind waits for nothing. */
  default @Nullable Boolean isStanding(P payload) {
    return null;
  }

  /** What is wrong with it where it is said: a stable code (R11), or nothing. */
  Optional<RefusalCode> fault(P payload, Before<P> before);

  /** Whom it wakes: nobody, unless its kind says so. */
  default Set<UUID> wakes(P payload, Before<P> before) {
    return Set.of();
  }

  /**
   * An earlier row that something is about, or names.
   *
   * @param sentAt when it was committed
   * @param readBy on whose screens it has been; nobody where no kind asks for it
   * @param isRetracted whether whoever wrote it has taken it back
   */
  record Row(UUID authorId, String kind, Instant sentAt, Set<UUID> readBy, boolean isRetracted) {
    /** The same once it was taken back. */
    public Row retracted() {
      return new Row(authorId, kind, sentAt, readBy, true);
    }
  }

  /**
   * What an entry of this kind meets.
   *
   * @param senderId who says it
   * @param row the one that it is about; null where it begins something itself
   * @param named the further row that it names; null where it names none
   * @param said the newest that was said of that row with an entry of this kind, by its sender or
   *     by anybody ({@link #whose}); null where there is none
   * @param saidAt its place in the room; 0 where there is none
   * @param times how many entries of this kind there are about that row, the sender's or all
   * @param beside the newest of the kind {@link AmendingKind#beside} about that row; null where
   *     there is none
   * @param access of its sender; where words are {@link Whose#ALL} people's, of everybody
   * @param now by the server's clock
   */
  record Before<P>(
      UUID senderId,
      @Nullable Row row,
      @Nullable Row named,
      @Nullable P said,
      long saidAt,
      long times,
      @Nullable Entry beside,
      Access access,
      Instant now) {
    /** Who wrote the row that it is about; its sender where it is about none. */
    UUID authorId() {
      return row == null ? senderId : row.authorId();
    }

    /** The day that it is in Norway. */
    LocalDate today() {
      return Norway.dayAt(now);
    }

    /** Whether something can be wished for or promised by a day: today, or within a year. */
    boolean isInReach(@Nullable LocalDate day) {
      return day == null || !(day.isBefore(today()) || day.isAfter(today().plusYears(1)));
    }

    /**
     * What the newest of the other kind says; null where there is none, or it does not open.
     *
     * @throws JsonProcessingException if only a newer version reads it
     */
    <Q> @Nullable Q besideAs(Class<Q> payload) throws JsonProcessingException {
      return beside == null || beside.payload() == null
          ? null
          : Json.MAPPER.treeToValue(beside.payload(), payload);
    }

    /** The same of what another form of it says. */
    <Q> Before<Q> of(@Nullable Q other) {
      return new Before<>(senderId, row, named, other, saidAt, times, beside, access, now);
    }
  }
}
