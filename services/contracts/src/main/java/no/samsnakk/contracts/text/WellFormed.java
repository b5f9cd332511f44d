package no.samsnakk.contracts.text;

/**
 * Text that every part of Samsnakk can hold: no half of a surrogate pair, which UTF-8 cannot write,
 * and no U+0000, which PostgreSQL cannot.
 */
public final class WellFormed {
  private WellFormed() {}

  public static boolean is(String text) {
    return text.codePoints()
        .allMatch(
            codePoint -> codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE);
  }
}
