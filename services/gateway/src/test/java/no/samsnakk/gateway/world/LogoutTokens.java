package no.samsnakk.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Signs logout tokens with a key of its own: an issuer does, and so does somebody who forges. */
public final class LogoutTokens {
  private static final int KEY_BITS = 2048;

  private final RSAKey key;
  private final String issuer;

  private LogoutTokens(RSAKey key, String issuer) {
    this.key = key;
    this.issuer = issuer;
  }

  /** Says that it is this issuer, with a new key. */
  public static LogoutTokens by(String issuer) {
    try {
      return new LogoutTokens(new RSAKeyGenerator(KEY_BITS).generate(), issuer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends this session of the issuer's, and names that key as the one that it is signed with. */
  public String ending(String providerSid, String keyId) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("logout+jwt"))
            .keyID(keyId)
            .build();
    var token = new SignedJWT(header, claims(providerSid));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private JWTClaimsSet claims(String providerSid) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience("gateway")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .jwtID("" + UUID.randomUUID())
        .claim("sid", providerSid)
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
        .build();
  }

  /** What is published so that others can verify, under that name. */
  String published(String keyId) {
    var named = new RSAKey.Builder(key.toPublicJWK()).keyID(keyId).build();
    return new JWKSet(named).toString();
  }
}
