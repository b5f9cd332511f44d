package no.samsnakk.local.tls;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of our own, and a certificate for each part that listens, made when first asked for:
 * for {@code localhost} and the loopback's addresses, and nobody else's to use. What would end
 * within a year is made anew, so no run is surprised by it.
 */
public final class Certificates {
  private static final String AUTHORITY = "authority";
  private static final Duration LEFT_AT_LEAST = Duration.ofDays(365);

  private final Path folder;
  private final Keytool keytool;
  private final char[] password;
  private final Clock clock;

  /**
   * Those that lie in the folder, which only their owner can read.
   *
   * @param password of the authority's own key
   */
  public Certificates(Path folder, String password, Clock clock) {
    this.folder = folder;
    this.keytool = new Keytool(folder.resolve("authority.p12"), password);
    this.password = password.toCharArray();
    this.clock = clock;
  }

  /** PEM file with the authority's certificate: whoever has it can tell ours from others. */
  public Path authority() {
    synchronized (Certificates.class) {
      Path file = folder.resolve("authority.pem");
      if (isOld(file)) {
        forgetAll();
        keytool.makeAuthority(AUTHORITY);
        write(file, Pem.certificate(read(keytool.store()), AUTHORITY));
      }
      return file;
    }
  }

  /** PEM file with a part's key and, behind it, its certificate. */
  public Path of(String part) {
    synchronized (Certificates.class) {
      authority();
      Path file = folder.resolve(part + ".pem");
      if (isOld(file)) {
        KeyStore signed = signed(part);
        write(file, Pem.key(signed, part, password) + Pem.certificate(signed, part));
      }
      return file;
    }
  }

  /** For clients: believes our authority alone. */
  public SSLContext trust() {
    try {
      KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null, null);
      known.setCertificateEntry(AUTHORITY, Pem.certificateIn(authority()));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a part that listens in this very process. */
  public SSLContext server(String part) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore(part), password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore keyStore(String part) {
    Path file = of(part);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain = {Pem.certificateIn(file)};
      store.setKeyEntry(part, Pem.keyIn(file), password, chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same as PKCS #12, for programs that want that.
   *
   * @param password of the new file
   */
  public Path pkcs12(String part, String itsPassword) {
    try {
      KeyStore whole = keyStore(part);
      whole.setKeyEntry(
          part,
          whole.getKey(part, password),
          itsPassword.toCharArray(),
          whole.getCertificateChain(part));
      Path file = folder.resolve(part + ".p12");
      write(file, whole, itsPassword.toCharArray());
      return file;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isOld(Path file) {
    if (!Files.exists(file)) {
      return true;
    }
    X509Certificate certificate = Pem.certificateIn(file);
    return clock.instant().plus(LEFT_AT_LEAST).isAfter(certificate.getNotAfter().toInstant());
  }

  /** What another authority has signed is worth nothing with a new one. */
  private void forgetAll() {
    try {
      Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A store with a new key of this part. It is signed in a copy, so that whatever breaks off leaves
   * the authority's own store as it was.
   */
  private KeyStore signed(String part) {
    Keytool copy = keytool.at(folder.resolve("signing.unfinished"));
    try {
      KeyStore store = read(keytool.store());
      // Earlier versions signed in the authority's own store, and may have left one there.
      store.deleteEntry(part);
      write(copy.store(), store, password);
      copy.makeSigned(part, AUTHORITY);
      KeyStore signed = read(copy.store());
      Files.delete(copy.store());
      return signed;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("could not sign for " + part, e);
    }
  }

  private KeyStore read(Path store) {
    try {
      return KeyStore.getInstance(store.toFile(), password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("could not read " + store, e);
    }
  }

  private static void write(Path file, KeyStore store, char[] password)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    store.store(octets, password);
    write(file, octets.toByteArray());
  }

  /** Whole or not at all, and readable by its owner alone from the start. */
  private static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(Path file, byte[] octets) {
    try {
      Path unfinished =
          Files.createTempFile(
              file.getParent(), "", ".unfinished", asFileAttribute(fromString("rw-------")));
      Files.write(unfinished, octets);
      Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
