package no.samsnakk.notifications.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser keeps to itself, and how it reads a push with it (RFC 8291, RFC 8188). */
final class BrowserKeys {
  private static final int COORDINATE = 32;
  private static final int POINT = 65;

  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  BrowserKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the browser tells them. */
  Map<String, Object> keys() {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return Map.of("p256dh", encoder.encodeToString(point()), "auth", encoder.encodeToString(auth));
  }

  String decrypts(byte[] body) {
    try {
      var salt = Arrays.copyOfRange(body, 0, 16);
      var sender = Arrays.copyOfRange(body, 21, 21 + POINT);
      var text = Arrays.copyOfRange(body, 21 + POINT, body.length);
      var secret = hkdf(auth, agree(sender), join("WebPush: info\0", point(), sender), 32);
      var key = hkdf(salt, secret, join("Content-Encoding: aes128gcm\0"), 16);
      var nonce = hkdf(salt, secret, join("Content-Encoding: nonce\0"), 12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      var padded = cipher.doFinal(text);
      return new String(padded, 0, padded.length - 1, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] agree(byte[] sender) throws GeneralSecurityException {
    var x = new java.math.BigInteger(1, Arrays.copyOfRange(sender, 1, 1 + COORDINATE));
    var y = new java.math.BigInteger(1, Arrays.copyOfRange(sender, 1 + COORDINATE, POINT));
    var curve = ((ECPublicKey) keys.getPublic()).getParams();
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    var spec = new ECPublicKeySpec(new ECPoint(x, y), curve);
    agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(spec), true);
    return agreement.generateSecret();
  }

  private byte[] point() {
    var w = ((ECPublicKey) keys.getPublic()).getW();
    return ByteBuffer.allocate(POINT)
        .put((byte) 4)
        .put(coordinate(w.getAffineX()))
        .put(coordinate(w.getAffineY()))
        .array();
  }

  private static byte[] coordinate(java.math.BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return fixed;
  }

  private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length)
      throws GeneralSecurityException {
    var block = ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array();
    return Arrays.copyOf(hmac(hmac(salt, secret), block), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] join(String label, byte[]... parts) {
    var joined = ByteBuffer.allocate(label.length() + parts.length * POINT);
    joined.put(label.getBytes(StandardCharsets.US_ASCII));
    for (var part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
