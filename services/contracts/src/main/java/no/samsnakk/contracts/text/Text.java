package no.samsnakk.contracts.text;

import java.util.Optional;

/**
 * The one rule for what people write, in messages and in fields; {@code text-examples.json} holds
 * what it lets through and what not, and the web's own copy of the rule is tested with the same
 * file. Nothing is mended in silence but the white space around it.
 *
 * <p>Somebody must be able to see something of it. Control characters and the controls that turn
 * the direction of what stands around them (U+202A to U+202E, U+2066 to U+2069) are no text.
 */
public enum Text {
  /** A name, a purpose, a reason, an address: one line, with nothing in it that cannot be seen. */
  LINE,

  /** A message: lines, tabulators, and the marks that right-to-left writing needs. */
  BODY;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  /** What is wrong with a text; its code is stable. */
  public enum Fault {
    /** Nothing that can be seen. */
    EMPTY("text-empty"),
    TOO_SHORT("text-too-short"),
    TOO_LONG("text-too-long"),
    /** Holds something that is no text. */
    NOT_TEXT("text-not-plain");

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * What is wrong with it, or nothing.
   *
   * @param shortest code points at least
   * @param longest code points at most, so that an emoji is one or a few and never half
   */
  public Optional<Fault> fault(String text, int shortest, int longest) {
    int length = text.codePointCount(0, text.length());
    if (text.codePoints().noneMatch(Text::isVisible)) {
      return Optional.of(Fault.EMPTY);
    }
    if (length > longest) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (!text.codePoints().allMatch(this::allows)) {
      return Optional.of(Fault.NOT_TEXT);
    }
    return length < shortest ? Optional.of(Fault.TOO_SHORT) : Optional.empty();
  }

  /** Without the white space around it; exactly what JavaScript's {@code trim} takes away. */
  public static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\ufeff' || Character.isSpaceChar(c);
  }

  private boolean allows(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> this == BODY && (codePoint == '\n' || codePoint == '\t');
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.FORMAT -> allowsFormat(codePoint);
      default -> !isNoncharacter(codePoint) && (this == BODY || !isBlankSign(codePoint));
    };
  }

  private boolean allowsFormat(int codePoint) {
    boolean turns =
        (codePoint >= 0x202a && codePoint <= 0x202e)
            || (codePoint >= 0x2066 && codePoint <= 0x206f);
    boolean joins = codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
    return !turns && (this == BODY || joins);
  }

  /** What leaves a trace on the screen by itself; a character of tomorrow is taken for one. */
  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !isNoncharacter(codePoint) && !isBlankSign(codePoint);
    };
  }

  /** Letters and signs that are drawn as nothing: Hangul fillers, braille blank, a null note. */
  private static boolean isBlankSign(int codePoint) {
    return switch (codePoint) {
      case 0x115f, 0x1160, 0x3164, 0xffa0, 0x2800, 0x1d159 -> true;
      default -> false;
    };
  }

  /** Never assigned, and nobody's private use either; and what Unicode keeps for controls. */
  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xfffe) == 0xfffe
        || (codePoint >= 0xfdd0 && codePoint <= 0xfdef)
        || (codePoint >= 0xe0000
            && codePoint <= 0xe0fff
            && Character.getType(codePoint) == Character.UNASSIGNED);
  }
}
