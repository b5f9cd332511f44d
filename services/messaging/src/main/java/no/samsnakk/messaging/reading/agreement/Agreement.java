package no.samsnakk.messaging.reading.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.messaging.reading.standing.Said;
import no.samsnakk.messaging.reading.standing.Stands;

/**
 * An agreement that is to hold, as it stands at one moment (decision 84).
 *
 * @param newest says how it stands
 * @param responses what each has said of these very words
 */
record Agreement(Said<AgreementPayload> newest, Map<UUID, Response> responses) implements Stands {
  /** Nobody agrees alone. */
  private static final int FEWEST = 2;

  @Override
  public UUID roomId() {
    return newest.envelope().roomId();
  }

  @Override
  public long seq() {
    return newest.envelope().seq();
  }

  @Override
  public Instant since() {
    return newest.envelope().sentAt();
  }

  @Override
  public boolean concerns(UUID personId) {
    return says().participantIds().contains(personId);
  }

  AgreementPayload says() {
    return newest.says();
  }

  /** Whether nothing can come of it as it stands. */
  boolean isLapsed() {
    var owner = says().ownerId();
    return present().size() < FEWEST || (owner != null && !present().contains(owner));
  }

  /** Who of those that can still say so has objected. */
  List<UUID> objected() {
    return present().stream().filter(it -> responses.get(it) == Response.OBJECTED).toList();
  }

  /**
   * Whose word is waited for next: of those who have said nothing; once all have and somebody has
   * objected, of whoever proposed it, or of all where she has gone.
   */
  List<UUID> waitsFor() {
    if (isLapsed()) {
      return List.of();
    }
    var proposer = says().proposedById();
    var silent =
        present().stream()
            .filter(person -> !person.equals(proposer) && !responses.containsKey(person))
            .toList();
    if (!silent.isEmpty() || objected().isEmpty()) {
      return silent;
    }
    return present().contains(proposer) ? List.of(proposer) : present();
  }

  private List<UUID> present() {
    return says().participantIds().stream().filter(newest.access()::mayWrite).toList();
  }
}
