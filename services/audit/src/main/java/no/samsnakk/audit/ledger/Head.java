package no.samsnakk.audit.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The newest entry's number and hash, which stand for the whole log up to it.
 *
 * @param seq 0 for an empty log
 * @param hash 32 bytes; not copied, not to be written to
 */
public record Head(long seq, byte[] hash) {
  private static final int HASH_LENGTH = 32;
  private static final Pattern FORM = Pattern.compile("([0-9]{1,16}):([0-9a-f]{64})");

  /** What comes before the first entry. */
  static Head ofEmptyLog() {
    return new Head(0, new byte[HASH_LENGTH]);
  }

  /**
   * Reads what {@link #toString} has written.
   *
   * @return nothing for what is no head
   */
  public static Optional<Head> read(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new Head(Long.parseLong(parts.group(1)), hex(parts.group(2))))
        : Optional.empty();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** The hash in lower case hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Head(long otherSeq, byte[] otherHash)
        && seq == otherSeq
        && Arrays.equals(hash, otherHash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seq) * 31 + Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return seq + ":" + hex();
  }
}
