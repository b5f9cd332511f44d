package no.samsnakk.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import no.samsnakk.gateway.issuer.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as rows and back. What a row says of who somebody is, and until when, is bound to its
 * tokens' seal: the database finds a session, it does not say whose it is. A row that was changed
 * by somebody without the session key, in whatever column that is believed, is not proven.
 *
 * <p>Not bound: when the access token is renewed and when the session is idle, which change all the
 * time and only bring its end nearer or move it towards {@code ends_at}; and what is only shown.
 */
@ApplicationScoped
class SessionRows {
  static final String COLUMNS =
      " session_id, secret_hash, person_id, subject, provider_sid, tokens,"
          + " started_at, access_expires_at, refresh_expires_at, ends_at, idle_ends_at ";

  private final Vault vault;
  private final RefusedRows refused;

  SessionRows(Vault vault, RefusedRows refused) {
    this.vault = vault;
    this.refused = refused;
  }

  /** Those that are proven; the operator is told of the others. */
  List<Session> sessions(RowSet<Row> rows) {
    return all(rows).stream().filter(Session::isProven).toList();
  }

  /**
   * The one that was asked for, if it is proven: whether it is that is not left to the database.
   */
  Optional<Session> session(RowSet<Row> rows, Predicate<Session> asked) {
    var found = all(rows).stream().filter(one -> isAsked(one, asked)).toList();
    return found.stream().findFirst();
  }

  /** Whether it is proven and was asked for; the operator is told of the others. */
  boolean isAsked(Session found, Predicate<Session> asked) {
    return found.isProven() && refused.isAsked(asked.test(found), found);
  }

  /** All of them, to be told that they have ended. Who is in one that is not proven is unknown. */
  List<Session> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(this::session).toList();
  }

  /** Proven or not. */
  Session session(Row row) {
    var found = withoutTokens(row);
    var seal = new SessionSeal(found, at(row, "refresh_expires_at"));
    return vault
        .open(bytes(row, "tokens"), seal.text())
        .map(opened -> found.with(tokens(row, opened)))
        .orElseGet(() -> refused.tell(found));
  }

  private static Session withoutTokens(Row row) {
    return new Session(
        row.getUUID("session_id"),
        row.getString("secret_hash"),
        row.getUUID("person_id"),
        row.getString("subject"),
        row.getString("provider_sid"),
        at(row, "started_at"),
        at(row, "ends_at"),
        at(row, "idle_ends_at"),
        Tokens.LOST);
  }

  private static Tokens tokens(Row row, String opened) {
    // Two JWTs, or whatever an issuer uses: never with a line break (RFC 6749, appendix A).
    var both = opened.split("\n", 2);
    return new Tokens(
        both[0], at(row, "access_expires_at"), both[1], at(row, "refresh_expires_at"));
  }

  /** Its tokens, and with them all that it says. */
  Buffer sealed(Session session) {
    var tokens = session.tokens();
    var seal = new SessionSeal(session, tokens.refreshExpiresAt());
    return Buffer.buffer(vault.seal(tokens.access() + "\n" + tokens.refresh(), seal.text()));
  }

  private static Instant at(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static byte[] bytes(Row row, String column) {
    return ((Buffer) row.getValue(column)).getBytes();
  }

  static Tuple parameters(@Nullable Object... values) {
    return Tuple.from(Arrays.stream(values).map(SessionRows::parameter).toList());
  }

  private static @Nullable Object parameter(@Nullable Object value) {
    return value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value;
  }
}
