package no.samsnakk.platform.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.platform.id.Ids;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Signs and verifies tickets (JWT, HS256, a key that only the gateway and messaging hold). That a
 * ticket is used only once is for its taker to see to.
 */
@ApplicationScoped
public class Tickets {
  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final String AUDIENCE = "samsnakk-socket";

  private final HmacKey key;
  private final Clock clock;

  @Inject
  Tickets(TicketConfig config, Clock clock) {
    this(
        config.key().orElseThrow(() -> new IllegalStateException("No SAMSNAKK_TICKET_KEY")), clock);
  }

  public Tickets(String key, Clock clock) {
    this.key = new HmacKey(Base64.getDecoder().decode(key));
    this.clock = clock;
  }

  /** A new ticket for this session, as text that may stand in a header but never in a URL. */
  public String issue(UUID personId, UUID sessionId, Instant sessionEndsAt) {
    var claims = new JwtClaims();
    claims.setJwtId(Ids.next().toString());
    claims.setAudience(AUDIENCE);
    claims.setSubject(personId.toString());
    claims.setStringClaim("sid", sessionId.toString());
    claims.setClaim("session_exp", sessionEndsAt.getEpochSecond());
    claims.setExpirationTime(NumericDate.fromSeconds(expiry().getEpochSecond()));
    var signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setKey(key);
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    try {
      return signed.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The ticket key cannot sign", e);
    }
  }

  /** When a ticket issued now stops being good. */
  public Instant expiry() {
    return clock.instant().plus(LIFE);
  }

  /** The ticket in this text, or nothing if it is forged, expired or of another kind. */
  public Optional<Ticket> verify(String text) {
    var consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
            .setVerificationKey(key)
            .setExpectedAudience(AUDIENCE)
            .setRequireJwtId()
            .setRequireSubject()
            .setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
            .build();
    try {
      return Optional.of(ticket(consumer.processToClaims(text)));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Ticket ticket(JwtClaims claims) throws MalformedClaimException {
    return new Ticket(
        UUID.fromString(claims.getJwtId()),
        UUID.fromString(claims.getSubject()),
        UUID.fromString(claims.getStringClaimValue("sid")),
        Instant.ofEpochSecond(claims.getClaimValue("session_exp", Long.class)),
        Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
  }
}
