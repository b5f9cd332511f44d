package no.samsnakk.messaging.reading.entry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.platform.time.Norway;

/**
 * What the words of an appointment come to at one moment: who can still come, and what has passed.
 *
 * @param access everybody's to its room
 * @param now by the server's clock
 */
public record AppointmentNow(AppointmentPayload says, Access access, Instant now) {
  /** So far ahead of the day on which they are said times can lie. */
  public static final Period FURTHEST = Period.ofYears(1);

  /** Those who can still come. */
  public List<UUID> present() {
    return says.participantIds().stream().filter(access::mayWrite).toList();
  }

  /** Those who can still come, beside whoever has proposed the times. */
  public List<UUID> others() {
    return present().stream().filter(person -> !person.equals(says.proposedById())).toList();
  }

  /** Whether whoever has proposed the times can still come. */
  public boolean isProposerPresent() {
    return access.mayWrite(says.proposedById());
  }

  /** Whether a time was agreed, and they have met. */
  public boolean isOver() {
    var booked = says.booked();
    return says.status() == Status.BOOKED && booked != null && hasPassed(booked.end());
  }

  /** Whether some of the times can't be chosen any more. */
  public boolean hasAnyPassed() {
    return says.slots().stream().map(Slot::start).anyMatch(this::hasPassed);
  }

  /** Whether none of the times can be chosen any more. */
  public boolean haveAllPassed() {
    return says.slots().stream().map(Slot::start).allMatch(this::hasPassed);
  }

  /** Also what the clocks in Norway never show, or twice, has passed. */
  public boolean hasPassed(LocalDateTime time) {
    return Norway.at(time).map(at -> !at.isAfter(now)).orElse(true);
  }

  /** Never what it says (R9). */
  @Override
  public String toString() {
    return "AppointmentNow[]";
  }
}
