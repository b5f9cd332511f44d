package no.samsnakk.messaging.reading.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.AcknowledgementPayload.Says;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.refusal.RefusalCode;

/** A short answer to a message of somebody else's. */
@ApplicationScoped
class AcknowledgementKind implements AmendingKind<AcknowledgementPayload> {
  /** Each is kept for ever and has a place of its own, and only the newest is seen. */
  private static final int MOST = 10;

  @Override
  public String name() {
    return AcknowledgementPayload.KIND;
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public Class<AcknowledgementPayload> payload() {
    return AcknowledgementPayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(AcknowledgementPayload payload) {
    return Optional.empty();
  }

  @Override
  public Whose whose() {
    return Whose.EACH;
  }

  @Override
  public Long about(AcknowledgementPayload payload) {
    return payload.about();
  }

  /** What was said to the words before is no answer to these. */
  @Override
  public String beside() {
    return EditPayload.KIND;
  }

  @Override
  public Optional<RefusalCode> fault(
      AcknowledgementPayload payload, Before<AcknowledgementPayload> before) {
    if (before.senderId().equals(before.authorId())) {
      return Optional.of(RefusalCode.MESSAGE_OWN);
    }
    var edit = before.beside();
    boolean isOfThese = edit == null || edit.seq() < before.saidAt();
    var said = before.said() == null || !isOfThese ? Says.TAKEN_BACK : before.said().says();
    if (payload.says() == said) {
      return Optional.of(
          said == Says.TAKEN_BACK
              ? RefusalCode.ACKNOWLEDGED_NOT
              : RefusalCode.ACKNOWLEDGED_ALREADY);
    }
    // What does not hold any more can be taken back, however often it was changed.
    return payload.says() != Says.TAKEN_BACK && before.times() >= MOST
        ? Optional.of(RefusalCode.ACKNOWLEDGED_TOO_OFTEN)
        : Optional.empty();
  }
}
