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
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.gateway.issuer.Tokens;
import org.jspecify.annotations.Nullable;

/** Sessions as rows and back. */
@ApplicationScoped
class SessionRows {
  static final String COLUMNS =
      " session_id, secret_hash, person_id, subject, provider_sid, tokens,"
          + " access_expires_at, refresh_expires_at, ends_at, idle_ends_at ";

  private final Vault vault;

  SessionRows(Vault vault) {
    this.vault = vault;
  }

  List<Session> sessions(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(this::session).toList();
  }

  private Session session(Row row) {
    var id = row.getUUID("session_id");
    return new Session(
        id,
        row.getString("secret_hash"),
        row.getUUID("person_id"),
        row.getString("subject"),
        row.getString("provider_sid"),
        row.getOffsetDateTime("ends_at").toInstant(),
        row.getOffsetDateTime("idle_ends_at").toInstant(),
        tokens(row, id));
  }

  private Tokens tokens(Row row, UUID id) {
    return vault
        .open(bytes(row, "tokens"), id.toString())
        .map(opened -> tokens(row, opened))
        .orElse(Tokens.LOST);
  }

  private static Tokens tokens(Row row, String opened) {
    // Two JWTs, or whatever an issuer uses: never with a line break (RFC 6749, appendix A).
    var both = opened.split("\n", 2);
    return new Tokens(
        both[0],
        row.getOffsetDateTime("access_expires_at").toInstant(),
        both[1],
        row.getOffsetDateTime("refresh_expires_at").toInstant());
  }

  Buffer sealed(UUID id, Tokens tokens) {
    return Buffer.buffer(vault.seal(tokens.access() + "\n" + tokens.refresh(), id.toString()));
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
