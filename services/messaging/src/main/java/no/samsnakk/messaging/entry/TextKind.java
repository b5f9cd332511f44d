package no.samsnakk.messaging.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.text.Text;

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
    return 1;
  }

  @Override
  public Class<TextPayload> payload() {
    return TextPayload.class;
  }

  @Override
  public Optional<String> fault(TextPayload payload) {
    return Text.BODY.fault(payload.body(), 1, LONGEST).map(TextKind::code);
  }

  private static String code(Text.Fault fault) {
    return switch (fault) {
      case EMPTY, TOO_SHORT -> "message-empty";
      case TOO_LONG -> "message-too-long";
      case NOT_TEXT -> "message-not-text";
    };
  }
}
