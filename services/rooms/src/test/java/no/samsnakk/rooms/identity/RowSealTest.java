package no.samsnakk.rooms.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowSealTest {
  private final RowSeal seals;

  RowSealTest() throws GeneralSecurityException {
    var key = Base64.getEncoder().encodeToString("k".repeat(32).getBytes(UTF_8));
    seals = new RowSeal(() -> Optional.of(key));
  }

  @Test
  void nothingIsNoText() {
    var ofNothing = seals.of("role", "kari", null);

    assertTrue(seals.fits(ofNothing, "role", "kari", null));
    for (var text : new String[] {"null", "", "-"}) {
      assertFalse(seals.fits(ofNothing, "role", "kari", text), text);
    }
  }

  @Test
  void nothingMovesFromOneColumnToTheNext() {
    var seal = seals.of("role", "kari", null);

    assertFalse(seals.fits(seal, "role", null, "kari"));
    assertFalse(seals.fits(seal, "role", "kari-"));
    assertFalse(seals.fits(seal, "role", "kari"));
  }

  /** Or everybody whose row was sealed before would be nobody. */
  @Test
  void whatWasSealedBeforeStaysSealed() {
    assertEquals(
        "55ceedeaa963b02d53dde118c7c9a5fa0aa15a94257c4754611d192b1d25bf09",
        HexFormat.of().formatHex(seals.of("subject", "kari", 42)));
  }
}
