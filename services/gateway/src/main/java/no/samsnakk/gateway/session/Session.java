package no.samsnakk.gateway.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.gateway.issuer.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser. Everything but when it is idle and when its access token is renewed is as
 * the gateway sealed it: see {@link SessionRows}.
 *
 * @param sessionId its name for other services; opens nothing
 * @param secretHash what its cookie is found by
 * @param subject the issuer's name for the person
 * @param providerSid the issuer's name for its own session, where it has one
 * @param startedAt when its person signed in
 * @param endsAt when it ends whatever happens; it ends earlier when the refresh token expires
 * @param idleEndsAt when it ends unless the person does something
 */
public record Session(
    UUID sessionId,
    String secretHash,
    UUID personId,
    String subject,
    @Nullable String providerSid,
    Instant startedAt,
    Instant endsAt,
    Instant idleEndsAt,
    Tokens tokens) {

  /** Whether its row is as the gateway wrote it. One that is not is nobody's, and can only end. */
  boolean isProven() {
    return !tokens.equals(Tokens.LOST);
  }

  boolean isSameAs(Session other) {
    return sessionId.equals(other.sessionId);
  }

  boolean isOfSamePerson(Session other) {
    return personId.equals(other.personId);
  }

  Session with(Tokens renewed) {
    return with(idleEndsAt, renewed);
  }

  /** Tokens and what the person does are renewed apart: of both readings the newer of each. */
  Session newest(Session other) {
    return with(
        idleEndsAt.isAfter(other.idleEndsAt) ? idleEndsAt : other.idleEndsAt,
        tokens.accessExpiresAt().isAfter(other.tokens.accessExpiresAt()) ? tokens : other.tokens);
  }

  private Session with(Instant idleEnd, Tokens held) {
    return new Session(
        sessionId, secretHash, personId, subject, providerSid, startedAt, endsAt, idleEnd, held);
  }

  boolean isOver(Instant now) {
    return !expiresAt().isAfter(now);
  }

  /** When it ends if nothing is done from now on. */
  public Instant expiresAt() {
    return Stream.of(endsAt, idleEndsAt, tokens.refreshExpiresAt())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether it goes on for longer if she does something. */
  public boolean mayStay() {
    return expiresAt().isBefore(endsAt);
  }

  @Override
  public String toString() {
    return "Session[" + sessionId + "]";
  }
}
