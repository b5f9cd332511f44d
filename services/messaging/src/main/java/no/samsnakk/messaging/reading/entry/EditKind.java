package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.refusal.RefusalCode;

/** Other words for a text, a little while after it was sent. Wakes nobody. */
@ApplicationScoped
class EditKind extends CorrectingKind<EditPayload> {
  /** After that what is to be said otherwise is a message of its own. */
  static final Duration WITHIN = Duration.ofMinutes(15);

  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

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
                    : Optional.empty())
        .or(() -> isUnchanged(payload, before));
  }

  /** The message as it was sent. */
  @Override
  public String beside() {
    return TextPayload.KIND;
  }

  /** Or who has read it would be taken not to have, though nobody sees that a word is another. */
  private static Optional<RefusalCode> isUnchanged(
      EditPayload payload, Before<EditPayload> before) {
    try {
      var sent = before.besideAs(TextPayload.class);
      var stands =
          before.said() != null
              ? before.said().body()
              : sent == null || before.saidAt() > 0 ? null : sent.body();
      return stands != null && seen(payload.body()).equals(seen(stands))
          ? Optional.of(RefusalCode.EDIT_UNCHANGED)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  /** What is seen of a text: not how its letters are put together, nor what parts its words. */
  private static String seen(String body) {
    var composed = Normalizer.normalize(body, Normalizer.Form.NFC);
    return UNSEEN.matcher(GAP.matcher(composed).replaceAll(" ")).replaceAll("").strip();
  }

  @Override
  boolean hadRead(UUID personId, Before<EditPayload> before) {
    var said = before.said();
    return said == null ? before.saidAt() > 0 : said.readBy().contains(personId);
  }

  private static boolean isTooLate(Before<EditPayload> before) {
    var row = before.row();
    return row != null && before.now().isAfter(row.sentAt().plus(WITHIN));
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  EditPayload with(EditPayload payload, List<UUID> readBy, List<UUID> keptFor) {
    return new EditPayload(payload.about(), payload.body(), readBy, keptFor);
  }
}
