package no.samsnakk.rooms.identity;

import org.jspecify.annotations.Nullable;

/** A valid fødselsnummer or D-number. Its digits are readable in this package alone (R9). */
public final class IdentityNumber {
  private final String digits;

  IdentityNumber(String digits) {
    this.digits = digits;
  }

  String digits() {
    return digits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IdentityNumber number && digits.equals(number.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "IdentityNumber[***]";
  }
}
