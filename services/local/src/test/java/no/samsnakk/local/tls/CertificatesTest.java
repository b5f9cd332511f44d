package no.samsnakk.local.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final Clock NOW = Clock.systemUTC();

  private static final String PASSWORD = "a-password-of-some-length";

  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void folder() {
    folder = temporary.resolve("tls");
  }

  private Certificates at(Clock clock) {
    return new Certificates(folder, PASSWORD, clock);
  }

  private Keytool keytool() {
    return new Keytool(folder.resolve("authority.p12"), PASSWORD);
  }

  @Test
  void aPartsCertificateIsForThisMachineAndSignedByOurAuthority() throws Exception {
    X509Certificate authority = Pem.certificateIn(at(NOW).authority());
    X509Certificate rooms = Pem.certificateIn(at(NOW).of("rooms"));

    rooms.verify(authority.getPublicKey());
    assertEquals(
        List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"),
        rooms.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
    assertEquals(-1, rooms.getBasicConstraints());
    assertEquals(0, authority.getBasicConstraints());
    assertThrows(SignatureException.class, () -> authority.verify(rooms.getPublicKey()));
  }

  @Test
  void eachPartHasAKeyOfItsOwn_andItStaysTheSame() throws Exception {
    byte[] rooms = Files.readAllBytes(at(NOW).of("rooms"));

    assertArrayEquals(rooms, Files.readAllBytes(at(NOW).of("rooms")));
    assertNotEquals(
        Pem.certificateIn(at(NOW).of("rooms")).getPublicKey(),
        Pem.certificateIn(at(NOW).of("audit")).getPublicKey());
  }

  @Test
  void allOfItIsReadableByItsOwnerAlone() throws Exception {
    at(NOW).of("rooms");

    assertEquals("rwx------", permissions(folder));
    try (var files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(3, all.size(), all.toString());
      for (Path file : all) {
        assertEquals("rw-------", permissions(file), file.toString());
      }
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void whatEndsWithinAYearIsMadeAnew_byTheSameAuthority() throws Exception {
    String authority = Files.readString(at(NOW).authority());
    String before = Files.readString(at(NOW).of("rooms"));

    Certificates later = at(inFourHundredDays());

    assertNotEquals(before, Files.readString(later.of("rooms")));
    assertEquals(authority, Files.readString(later.authority()));
  }

  @Test
  void withANewAuthorityAllIsNew() throws Exception {
    String authority = Files.readString(at(NOW).authority());
    at(NOW).of("rooms");

    at(Clock.offset(NOW, Duration.ofDays(3400))).authority();

    assertNotEquals(authority, Files.readString(at(NOW).authority()));
    assertFalse(Files.exists(folder.resolve("rooms.pem")));
    Pem.certificateIn(at(NOW).of("rooms"))
        .verify(Pem.certificateIn(at(NOW).authority()).getPublicKey());
  }

  @Test
  void aStartThatBrokeOffBeforeTheFirstCertificateWasWrittenIsMadeGoodByTheNext() throws Exception {
    Path authority = at(NOW).authority();
    keytool().makeSigned("rooms", "authority");

    Pem.certificateIn(at(NOW).of("rooms")).verify(Pem.certificateIn(authority).getPublicKey());
  }

  @Test
  void oneThatBrokeOffWithTheKeyStillInTheStoreIsMadeGoodByTheRenewal() throws Exception {
    String before = Files.readString(at(NOW).of("rooms"));
    keytool().makeSigned("rooms", "authority");

    assertNotEquals(before, Files.readString(at(inFourHundredDays()).of("rooms")));
  }

  @Test
  void oneThatBrokeOffWhileItSignedIsMadeGoodByTheNext() throws Exception {
    Path authority = at(NOW).authority();
    Path copy = Files.copy(keytool().store(), folder.resolve("signing.unfinished"));
    keytool().at(copy).makeSigned("rooms", "authority");

    Pem.certificateIn(at(NOW).of("rooms")).verify(Pem.certificateIn(authority).getPublicKey());
    assertFalse(Files.exists(copy));
  }

  /** So nothing that breaks off can lose it. */
  @Test
  void theAuthoritysStoreIsWrittenOnce() throws Exception {
    at(NOW).authority();
    byte[] before = Files.readAllBytes(keytool().store());

    at(NOW).of("rooms");
    at(inFourHundredDays()).of("rooms");

    assertArrayEquals(before, Files.readAllBytes(keytool().store()));
  }

  private static Clock inFourHundredDays() {
    return Clock.offset(NOW, Duration.ofDays(400));
  }
}
