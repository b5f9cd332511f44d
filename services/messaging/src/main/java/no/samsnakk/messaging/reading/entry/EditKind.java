package no.samsnakk.messaging.reading.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.refusal.RefusalCode;

/** Other words for a text, a little while after it was sent. Wakes nobody. */
@ApplicationScoped
class EditKind extends CorrectingKind<EditPayload> {
  /** After that what is to be said otherwise is a message of its own. */
  static final Duration WITHIN = Duration.ofMinutes(15);

  /** Each is kept for ever and has a place of its own. */
  private static final int MOST = 20;

  @Override
  public String name() {
    return EditPayload.KIND;
  }

  @Override
  public Class<EditPayload> payload() {
    return EditPayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(EditPayload payload) {
    return TextKind.fault(payload.body());
  }

  @Override
  public Optional<RefusalCode> fault(EditPayload payload, Before<EditPayload> before) {
    return super.fault(payload, before)
        .or(() -> isTooLate(before) ? Optional.of(RefusalCode.EDIT_TOO_LATE) : Optional.empty())
        .or(
            () ->
                before.times() >= MOST
                    ? Optional.of(RefusalCode.EDITED_TOO_OFTEN)
                    : Optional.empty());
  }

  private static boolean isTooLate(Before<EditPayload> before) {
    var row = before.row();
    return row != null && before.now().isAfter(row.sentAt().plus(WITHIN));
  }

  @Override
  EditPayload with(EditPayload payload, List<UUID> readBy, List<UUID> keptFor) {
    return new EditPayload(payload.about(), payload.body(), readBy, keptFor);
  }
}
