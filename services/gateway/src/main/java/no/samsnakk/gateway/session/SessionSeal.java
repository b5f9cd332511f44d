package no.samsnakk.gateway.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a session are sealed for: all that decides who somebody is and until when.
 *
 * @param refreshExpiresAt when its refresh token does
 */
record SessionSeal(Session session, Instant refreshExpiresAt) {
  /** Of this form; a login's begins otherwise. */
  private static final String FORM = "samsnakk session 2";

  /** Each with its length, so that nothing can be moved from one to the next. */
  String text() {
    return Stream.of(
            FORM,
            session.sessionId().toString(),
            session.secretHash(),
            session.personId().toString(),
            session.subject(),
            session.providerSid(),
            stored(session.startedAt()),
            stored(session.endsAt()),
            stored(refreshExpiresAt))
        .map(SessionSeal::withLength)
        .collect(Collectors.joining());
  }

  /** As exact as the database keeps it. */
  private static String stored(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static String withLength(@Nullable String part) {
    return part == null ? "-" : part.length() + ":" + part;
  }
}
