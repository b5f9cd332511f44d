package no.samsnakk.rooms.identity;

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
  public String toString() {
    return "IdentityNumber[***]";
  }
}
