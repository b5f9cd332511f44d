package no.samsnakk.rooms.address;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.samsnakk.rooms.person.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants her letters.
 *
 * @param email none to take back what she said; then the directory's is used, if there is one
 * @param version the one she was shown, so that of two changes at once none is lost
 */
public record AddressRequest(
    @Nullable @Pattern(regexp = EmailAddress.RULE) @Size(max = EmailAddress.LONGEST) String email,
    @Min(1) long version) {
  /** Not the address (R9). */
  @Override
  public String toString() {
    return "AddressRequest[***]";
  }
}
