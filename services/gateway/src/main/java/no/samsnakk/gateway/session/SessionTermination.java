package no.samsnakk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.issuer.EndedAtIssuer;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/**
 * How sessions end. Whoever deletes the row tells of it, in the same transaction: each end is told
 * once, however many instances and causes come together, and its sockets close.
 */
@ApplicationScoped
class SessionTermination {
  /** How many expired ones one transaction ends. */
  static final int AT_ONCE = 200;

  private static final String ONE =
      "delete from session where session_id = $1 returning" + SessionRows.COLUMNS;
  private static final String UNCHANGED =
      "delete from session where session_id = $1 and access_expires_at = $2 returning"
          + SessionRows.COLUMNS;
  private static final String REPLACED =
      "delete from session where secret_hash = $1 returning" + SessionRows.COLUMNS;
  private static final String OWN =
      "delete from session where person_id = $1 and session_id = $2 returning"
          + SessionRows.COLUMNS;
  private static final String OTHERS =
      "delete from session where person_id = $1 and session_id <> $2 returning"
          + SessionRows.COLUMNS;
  private static final String BY_PROVIDER_SID =
      "delete from session where provider_sid = $1 returning" + SessionRows.COLUMNS;
  private static final String BY_SUBJECT =
      "delete from session where subject = $1 returning" + SessionRows.COLUMNS;
  private static final String EXPIRED =
      """
      delete from session where session_id in (
        select session_id from session where least(ends_at, refresh_expires_at, idle_ends_at) <= $1
        limit 200 for update skip locked)
      returning"""
          + SessionRows.COLUMNS;

  private final SessionRows rows;
  private final RefusedRows refused;
  private final Outbox outbox;
  private final Clock clock;

  SessionTermination(SessionRows rows, RefusedRows refused, Outbox outbox, Clock clock) {
    this.rows = rows;
    this.refused = refused;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** This one, whatever has become of its row. */
  Uni<List<Session>> one(SqlClient tx, Session session, Cause cause) {
    return delete(tx, ONE, SessionRows.parameters(session.sessionId()))
        .map(ended -> ended.isEmpty() ? ended : List.of(session))
        .call(ended -> tell(tx, ended, cause, ended));
  }

  /** One that she ends herself; nothing if it is not hers. */
  Uni<List<Session>> own(SqlClient tx, UUID personId, UUID sessionId) {
    return delete(tx, OWN, SessionRows.parameters(personId, sessionId))
        .call(ended -> tell(tx, ended, Cause.LOGOUT, of(personId, ended)));
  }

  Uni<List<Session>> others(SqlClient tx, Session asking) {
    return delete(tx, OTHERS, SessionRows.parameters(asking.personId(), asking.sessionId()))
        .call(ended -> tell(tx, ended, Cause.LOGOUT, of(asking.personId(), ended)));
  }

  /** Not if it has been given new tokens since it was read: those were not asked about. */
  Uni<List<Session>> unchanged(SqlClient tx, Session session, Cause cause) {
    var read = SessionRows.parameters(session.sessionId(), session.tokens().accessExpiresAt());
    return delete(tx, UNCHANGED, read)
        .map(ended -> ended.isEmpty() ? ended : List.of(session))
        .call(ended -> tell(tx, ended, cause, ended));
  }

  /** A browser that signs in again: its old session's sockets close, but nobody has signed out. */
  Uni<List<Session>> replaced(SqlClient tx, String secretHash) {
    return delete(tx, REPLACED, SessionRows.parameters(secretHash))
        .call(ended -> tell(tx, ended, Cause.ENDED_ELSEWHERE, List.of()));
  }

  Uni<List<Session>> atIssuer(SqlClient tx, EndedAtIssuer ended) {
    var sid = ended.providerSid();
    var deleted =
        sid == null
            ? delete(tx, BY_SUBJECT, SessionRows.parameters(String.valueOf(ended.subject())))
            : delete(tx, BY_PROVIDER_SID, SessionRows.parameters(sid));
    return deleted.call(
        sessions ->
            tell(
                tx,
                sessions,
                Cause.ENDED_ELSEWHERE,
                asked(
                    proven(sessions),
                    one ->
                        sid == null
                            ? Objects.equals(one.subject(), ended.subject())
                            : sid.equals(one.providerSid()))));
  }

  Uni<List<Session>> expired(SqlClient tx, Instant now) {
    return delete(tx, EXPIRED, SessionRows.parameters(now))
        .call(ended -> tell(tx, ended, Cause.EXPIRED, List.of()));
  }

  private Uni<List<Session>> delete(SqlClient tx, String statement, Tuple parameters) {
    return tx.preparedQuery(statement).execute(parameters).map(rows::all);
  }

  /** If the database finds another's, she has not signed out (R6). */
  private List<Session> of(UUID personId, List<Session> ended) {
    return asked(ended, one -> one.personId().equals(personId));
  }

  private List<Session> asked(List<Session> ended, Predicate<Session> asked) {
    return ended.stream().filter(one -> refused.isAsked(asked.test(one), one)).toList();
  }

  /** Of the others nobody knows whose they were: their end is in nobody's name (R6). */
  private static List<Session> proven(List<Session> ended) {
    return ended.stream().filter(Session::isProven).toList();
  }

  private Uni<Void> tell(SqlClient tx, List<Session> ended, Cause cause, List<Session> signedOut) {
    List<OutboxRecord> told = new ArrayList<>();
    ended.forEach(session -> told.add(event(session, cause)));
    signedOut.forEach(session -> told.add(trace(session)));
    return outbox.append(tx, told);
  }

  private OutboxRecord event(Session session, Cause cause) {
    var data = new SessionEnded(session.sessionId(), session.personId(), clock.instant(), cause);
    return OutboxRecord.of(Ids.next(), Topics.SESSIONS, session.sessionId(), data);
  }

  private OutboxRecord trace(Session session) {
    return AuditTrail.record(
        AuditRecorded.success(
            Ids.next(), clock.instant(), AuditAction.SIGNED_OUT, session.personId(), null));
  }
}
