package no.samsnakk.rooms;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** Signs tokens as Keycloak does (deploy/keycloak/samsnakk.json says which claims). */
final class Issuer {
  static final String NAME = "http://localhost:8180/realms/samsnakk";
  private static final KeyPair KEYS = keys();
  private static final KeyPair OTHER_KEYS = keys();

  private Issuer() {}

  static String publicKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  /** The same, as an issuer publishes it. */
  static String jwks() {
    var key = (RSAPublicKey) KEYS.getPublic();
    return "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"kid\": \"test\", \"n\": \"%s\", \"e\": \"%s\"}]}"
        .formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
  }

  private static String base64(BigInteger positive) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(positive.toByteArray());
  }

  static JwtClaimsBuilder claims(String subject, String acr, Instant signedInAt) {
    return Jwt.claims()
        .issuer(NAME)
        .subject(subject)
        .claim("idp_acr", acr)
        .claim("auth_time", signedInAt.getEpochSecond())
        .claim("sid", "session-of-" + subject)
        .expiresIn(600);
  }

  static String signed(JwtClaimsBuilder claims) {
    return claims.jws().keyId("test").sign(KEYS.getPrivate());
  }

  static String signedBySomebodyElse(JwtClaimsBuilder claims) {
    return claims.jws().keyId("test").sign(OTHER_KEYS.getPrivate());
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
