package no.samsnakk.rooms.person;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.NumberVault;

/** What a person's row says of her number: what finds her, and what is sealed for her. */
record NumberRow(UUID personId, String key, byte[] sealed) {
  static final String COLUMNS =
      "person_id, encode(number_key, 'hex'), encode(number_sealed, 'hex')";

  static NumberRow of(Object[] columns) {
    return new NumberRow(
        (UUID) columns[0], (String) columns[1], HexFormat.of().parseHex((String) columns[2]));
  }

  Optional<IdentityNumber> number(NumberVault vault) {
    return vault.open(sealed, personId);
  }

  /** What finds her can be moved to another row; what is sealed for her cannot. */
  boolean isProven(NumberVault vault) {
    return number(vault)
        .map(number -> HexFormat.of().formatHex(vault.lookupKey(number)).equals(key))
        .orElse(false);
  }

  /** Whether it is of this number: that is not left to the database to find. */
  boolean isOf(IdentityNumber number, NumberVault vault) {
    return number(vault).filter(number::equals).isPresent();
  }
}
