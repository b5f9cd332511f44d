package no.samsnakk.rooms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.bekk.bekkopen.person.FodselsnummerValidator;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.settings.ServiceSettings;

/**
 * Reads identity numbers. Synthetic ones (month + 80) are people who do not exist: the demo profile
 * takes only them, and nothing else takes any.
 */
@ApplicationScoped
public class IdentityNumbers {
  static {
    // Off by default; which of the two kinds is wanted is decided below.
    FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
  }

  private final boolean demo;

  @Inject
  IdentityNumbers(ServiceSettings settings) {
    this(settings.demo());
  }

  IdentityNumbers(boolean demo) {
    this.demo = demo;
  }

  /**
   * The number that somebody typed or an issuer told; spaces in it do no harm.
   *
   * @throws Refusal {@code identity-number-invalid} or {@code identity-number-not-synthetic}
   */
  public IdentityNumber read(String typed) {
    var digits = typed.replaceAll("\\s", "");
    if (!FodselsnummerValidator.isValid(digits)) {
      throw new Refusal(RefusalCode.IDENTITY_NUMBER_INVALID);
    }
    int month = Integer.parseInt(digits.substring(2, 4));
    if (demo && month <= 12) {
      throw new Refusal(RefusalCode.IDENTITY_NUMBER_NOT_SYNTHETIC);
    }
    boolean wanted = demo ? month > 80 : month <= 12;
    if (!wanted) {
      throw new Refusal(RefusalCode.IDENTITY_NUMBER_INVALID);
    }
    return new IdentityNumber(digits);
  }
}
