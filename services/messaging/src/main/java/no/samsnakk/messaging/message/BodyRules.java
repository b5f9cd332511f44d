package no.samsnakk.messaging.message;

import java.util.Optional;

/** What may stand in a message. Checked where it comes in; nothing is cut or mended in silence. */
public final class BodyRules {
  /** Characters as people count them, so that an emoji is one and not two: code points. */
  private static final int LONGEST = 8_000;

  private BodyRules() {}

  /** The stable code of what is wrong with it, or nothing. */
  public static Optional<String> refusal(String body) {
    if (body.isBlank()) {
      return Optional.of("message-empty");
    }
    if (body.length() > LONGEST && body.codePointCount(0, body.length()) > LONGEST) {
      return Optional.of("message-too-long");
    }
    return body.codePoints().allMatch(BodyRules::isText)
        ? Optional.empty()
        : Optional.of("message-not-text");
  }

  /** Half a surrogate pair is no character; of the control characters, line and tab are text. */
  private static boolean isText(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || (!Character.isISOControl(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE);
  }
}
