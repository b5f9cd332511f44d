package no.samsnakk.messaging.reading.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.messaging.reading.entry.AppointmentNow;
import no.samsnakk.messaging.reading.standing.Said;
import no.samsnakk.messaging.reading.standing.Stands;

/**
 * An appointment as it stands at one moment (decision 82).
 *
 * @param newest says how it stands
 * @param answered who has said which of these times fit
 * @param now by the server's clock
 */
record Appointment(Said<AppointmentPayload> newest, Set<UUID> answered, Instant now)
    implements Stands {
  /** Nobody meets alone. */
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

  /** Whether she is to come. */
  @Override
  public boolean concerns(UUID personId) {
    return says().participantIds().contains(personId);
  }

  /** Whether the other is how this one stands as well. */
  boolean isSame(Appointment other) {
    return seq() == other.seq() && roomId().equals(other.roomId());
  }

  AppointmentPayload says() {
    return newest.says();
  }

  private AppointmentNow stands() {
    return new AppointmentNow(says(), newest.access(), now);
  }

  /** Whether somebody may have to act on it, or to come. */
  boolean isStanding() {
    return says().isStanding() && !stands().isOver();
  }

  /** Those who can still come. */
  List<UUID> present() {
    return stands().present();
  }

  /** Whether nothing can come of it as it stands. */
  boolean isLapsed() {
    var stands = stands();
    return isProposed()
        ? stands.haveAllPassed() || !stands.isProposerPresent() || stands.others().isEmpty()
        : stands.present().size() < FEWEST;
  }

  /** Whose word is waited for next. */
  List<UUID> waitsFor() {
    var stands = stands();
    if (!isProposed() || !stands.isProposerPresent()) {
      return List.of();
    }
    var others = stands.haveAllPassed() ? List.<UUID>of() : stands.others();
    var waiting =
        others.size() == 1
            ? others
            : others.stream().filter(person -> !answered.contains(person)).toList();
    return waiting.isEmpty() ? List.of(says().proposedById()) : waiting;
  }

  private boolean isProposed() {
    return says().status() == Status.PROPOSED;
  }

  /** The time that is agreed; none where none is, or where it was moved. */
  Optional<Slot> agreed() {
    return says().status() == Status.BOOKED
        ? Optional.ofNullable(says().booked())
        : Optional.empty();
  }

  /** The places of those of its times at which they may meet. */
  IntStream places() {
    var slots = says().slots();
    return IntStream.range(0, slots.size()).filter(place -> mayBe(slots.get(place)));
  }

  private boolean mayBe(Slot time) {
    return agreed().map(time::equals).orElseGet(() -> !stands().hasPassed(time.start()));
  }
}
