package no.samsnakk.rooms.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.bekk.bekkopen.person.FodselsnummerValidator;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class IdentityNumbersTest {
  private static final String SYNTHETIC = "11858910082";
  private final IdentityNumbers demo = new IdentityNumbers(true);
  private final IdentityNumbers real = new IdentityNumbers(false);

  @Test
  void theDemoTakesPeopleWhoDoNotExistAndNobodyElseDoes() {
    assertEquals(SYNTHETIC, demo.read("118589 10082").digits());
    assertEquals("identity-number-invalid", refusal(real, SYNTHETIC));
  }

  @Test
  void onlyTheDemoRefusesWhatCouldBeSomebodys() {
    assertEquals("identity-number-not-synthetic", refusal(demo, nobodysYet()));
    assertEquals(nobodysYet(), real.read(nobodysYet()).digits());
  }

  @Test
  void otherKindsOfTestNumbersAreTakenByNobody() {
    // Months + 40 and + 65 are other registers' tests.
    for (var month : new String[] {"52", "77"}) {
      var other = valid("31" + month + "39");
      assertEquals("identity-number-invalid", refusal(demo, other));
      assertEquals("identity-number-invalid", refusal(real, other));
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (var wrong : new String[] {"", "1", "11858910083", "abcdefghijk", "1185891008211"}) {
      assertEquals("identity-number-invalid", refusal(demo, wrong));
    }
  }

  @Test
  void itsTextDoesNotShowIt() {
    assertFalse(demo.read(SYNTHETIC).toString().contains("118589"));
  }

  @Test
  void aSealedNumberOpensForItsPersonAlone() throws Exception {
    var vault = vault("a");
    var person = Ids.next();
    var number = demo.read(SYNTHETIC);
    var sealed = vault.seal(number, person);

    assertEquals(Optional.of(number), vault.open(sealed, person));
    assertFalse(Arrays.equals(sealed, vault.seal(number, person)), "never the same twice");
    assertEquals(Optional.empty(), vault.open(sealed, UUID.randomUUID()));
    assertEquals(Optional.empty(), vault("b").open(sealed, person));
  }

  @Test
  void aNumberIsFoundByAKeyThatDependsOnTheSecret() throws Exception {
    var number = demo.read(SYNTHETIC);
    assertArrayEquals(vault("a").lookupKey(number), vault("a").lookupKey(number));
    assertFalse(Arrays.equals(vault("a").lookupKey(number), vault("b").lookupKey(number)));
    assertFalse(
        Arrays.equals(vault("a").lookupKey(number), vault("a").fingerprint(SYNTHETIC.getBytes())));
  }

  @Test
  void withoutAKeyThereIsNoVault() {
    for (var key : new String[] {"", "c2hvcnQ=", "no base64!"}) {
      var refused =
          assertThrows(IllegalStateException.class, () -> new NumberVault(() -> Optional.of(key)));
      assertEquals(
          "SAMS00210: SAMSNAKK_PERSON_KEY must be 32 bytes in base64; rooms does not start without"
              + " it",
          refused.getMessage());
    }
    assertThrows(IllegalStateException.class, () -> new NumberVault(Optional::empty));
  }

  private static NumberVault vault(String secret) throws GeneralSecurityException {
    var key = Base64.getEncoder().encodeToString(secret.repeat(32).getBytes());
    return new NumberVault(() -> Optional.of(key));
  }

  private static String refusal(IdentityNumbers numbers, String typed) {
    return assertThrows(Refusal.class, () -> numbers.read(typed)).reason().code();
  }

  /** Of somebody who will be born on the last day of 2039. */
  private static String nobodysYet() {
    return valid("311239");
  }

  private static String valid(String start) {
    FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
    for (int rest = 99_999; rest > 0; rest--) {
      var number = start + "%05d".formatted(rest);
      if (FodselsnummerValidator.isValid(number)) {
        return number;
      }
    }
    throw new IllegalStateException("none for " + start);
  }
}
