package no.samsnakk.local.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Keys and certificates as text. */
final class Pem {
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

  private static final String KEY = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_END = "-----END PRIVATE KEY-----";

  private Pem() {}

  /** A key of the store, in PKCS #8. */
  static String key(KeyStore store, String name, char[] password) {
    try {
      return block("PRIVATE KEY", store.getKey(name, password).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String certificate(KeyStore store, String name) {
    try {
      return block("CERTIFICATE", store.getCertificate(name).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String block(String what, byte[] octets) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
  }

  /** The key of the file, whatever stands behind it. */
  static PrivateKey keyIn(Path file) {
    try {
      String text = Files.readString(file);
      String base64 = text.substring(text.indexOf(KEY) + KEY.length(), text.indexOf(KEY_END));
      byte[] octets = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(octets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key in " + file, e);
    }
  }

  /** The first certificate of the file, whatever stands before it. */
  static X509Certificate certificateIn(Path file) {
    try {
      String text = Files.readString(file);
      String from = text.substring(text.indexOf(CERTIFICATE));
      try (InputStream in = new ByteArrayInputStream(from.getBytes(US_ASCII))) {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no certificate in " + file, e);
    }
  }
}
