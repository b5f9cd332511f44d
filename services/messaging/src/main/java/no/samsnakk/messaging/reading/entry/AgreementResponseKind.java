package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Whether somebody agrees to what concerns her. */
@ApplicationScoped
class AgreementResponseKind implements AmendingKind<AgreementResponsePayload> {
  /** Each is kept for ever and has a place of its own, and only the newest is seen. */
  private static final int MOST = 50;

  @Override
  public String name() {
    return AgreementResponsePayload.KIND;
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public Class<AgreementResponsePayload> payload() {
    return AgreementResponsePayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(AgreementResponsePayload payload) {
    return Optional.empty();
  }

  @Override
  public Whose whose() {
    return Whose.EACH;
  }

  @Override
  public Long about(AgreementResponsePayload payload) {
    return payload.about();
  }

  @Override
  public String beside() {
    return AgreementPayload.KIND;
  }

  /** Whoever has proposed it, who is waiting for it. */
  @Override
  public Set<UUID> wakes(AgreementResponsePayload says, Before<AgreementResponsePayload> before) {
    try {
      var stands = before.besideAs(AgreementPayload.class);
      return stands == null ? Set.of() : Set.of(stands.proposedById());
    } catch (JsonProcessingException e) {
      return Set.of();
    }
  }

  @Override
  public Optional<RefusalCode> fault(
      AgreementResponsePayload says, Before<AgreementResponsePayload> before) {
    try {
      return Optional.ofNullable(wrong(says, before.besideAs(AgreementPayload.class), before));
    } catch (JsonProcessingException e) {
      // What only a newer version reads: this one must not judge.
      return Optional.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static @Nullable RefusalCode wrong(
      AgreementResponsePayload says,
      @Nullable AgreementPayload stands,
      Before<AgreementResponsePayload> before) {
    if (stands == null) {
      return RefusalCode.AGREEMENT_UNKNOWN;
    }
    if (!stands.isStanding()) {
      return RefusalCode.AGREEMENT_NOT_OPEN;
    }
    var sender = before.senderId();
    if (!stands.participantIds().contains(sender) || stands.proposedById().equals(sender)) {
      return RefusalCode.AGREEMENT_NOT_THEIRS;
    }
    var beside = before.beside();
    if (beside == null || says.follows() != beside.seq()) {
      return RefusalCode.AGREEMENT_CHANGED;
    }
    if (says.equals(before.said())) {
      return RefusalCode.AGREEMENT_UNCHANGED;
    }
    return before.times() >= MOST ? RefusalCode.AGREEMENT_ANSWERED_TOO_OFTEN : null;
  }
}
