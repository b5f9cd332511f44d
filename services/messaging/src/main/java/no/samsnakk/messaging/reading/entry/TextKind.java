package no.samsnakk.messaging.reading.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.contracts.text.Text;
import org.jspecify.annotations.Nullable;

/** A plain text. */
@ApplicationScoped
class TextKind implements EntryKind<TextPayload> {
  /** Code points. */
  private static final int LONGEST = 8_000;

  @Override
  public String name() {
    return TextPayload.KIND;
  }

  @Override
  public EntryClass entryClass() {
    return EntryClass.VISIBLE;
  }

  @Override
  public int format() {
    return 2;
  }

  @Override
  public Class<TextPayload> payload() {
    return TextPayload.class;
  }

  @Override
  public @Nullable Long names(TextPayload payload) {
    return payload.inResponseTo();
  }

  @Override
  public Optional<RefusalCode> fault(TextPayload payload) {
    return fault(payload.body());
  }

  /** What is wrong with what somebody has written, sent or changed. */
  static Optional<RefusalCode> fault(String body) {
    return Text.BODY.fault(body, 1, LONGEST).map(TextKind::code);
  }

  private static RefusalCode code(Text.Fault fault) {
    return switch (fault) {
      case EMPTY, TOO_SHORT -> RefusalCode.MESSAGE_EMPTY;
      case TOO_LONG -> RefusalCode.MESSAGE_TOO_LONG;
      case NOT_TEXT -> RefusalCode.MESSAGE_NOT_TEXT;
    };
  }
}
