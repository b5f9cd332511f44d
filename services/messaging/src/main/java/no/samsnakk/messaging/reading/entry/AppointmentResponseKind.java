package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Which of the times that are proposed fit somebody who is to come. */
@ApplicationScoped
class AppointmentResponseKind implements AmendingKind<AppointmentResponsePayload> {
  /** Each is kept for ever and has a place of its own, and only the newest is seen. */
  private static final int MOST = 50;

  @Override
  public String name() {
    return AppointmentResponsePayload.KIND;
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public Class<AppointmentResponsePayload> payload() {
    return AppointmentResponsePayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(AppointmentResponsePayload payload) {
    return Optional.empty();
  }

  @Override
  public Whose whose() {
    return Whose.EACH;
  }

  @Override
  public Long about(AppointmentResponsePayload payload) {
    return payload.about();
  }

  @Override
  public String beside() {
    return AppointmentPayload.KIND;
  }

  /** Whoever has proposed the times, who is waiting for it. */
  @Override
  public Set<UUID> wakes(
      AppointmentResponsePayload says, Before<AppointmentResponsePayload> before) {
    try {
      var stands = before.besideAs(AppointmentPayload.class);
      return stands == null ? Set.of() : Set.of(stands.proposedById());
    } catch (JsonProcessingException e) {
      return Set.of();
    }
  }

  @Override
  public Optional<RefusalCode> fault(
      AppointmentResponsePayload says, Before<AppointmentResponsePayload> before) {
    try {
      return Optional.ofNullable(wrong(says, before.besideAs(AppointmentPayload.class), before));
    } catch (JsonProcessingException e) {
      // What only a newer version reads: this one must not judge.
      return Optional.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static @Nullable RefusalCode wrong(
      AppointmentResponsePayload says,
      @Nullable AppointmentPayload stands,
      Before<AppointmentResponsePayload> before) {
    if (stands == null) {
      return RefusalCode.APPOINTMENT_UNKNOWN;
    }
    if (stands.status() != Status.PROPOSED) {
      return RefusalCode.APPOINTMENT_NOT_OPEN;
    }
    var sender = before.senderId();
    if (!stands.participantIds().contains(sender) || stands.proposedById().equals(sender)) {
      return RefusalCode.APPOINTMENT_NOT_THEIRS;
    }
    var beside = before.beside();
    if (beside == null || says.follows() != beside.seq()) {
      return RefusalCode.APPOINTMENT_CHANGED;
    }
    var starts = stands.slots().stream().map(Slot::start).toList();
    if (!starts.containsAll(says.accepts())) {
      return RefusalCode.TIME_NOT_PROPOSED;
    }
    if (says.equals(before.said())) {
      return RefusalCode.APPOINTMENT_UNCHANGED;
    }
    return before.times() >= MOST ? RefusalCode.APPOINTMENT_ANSWERED_TOO_OFTEN : null;
  }
}
