package no.samsnakk.audit.accesslog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import no.samsnakk.audit.people.People;

/** Reads entries and puts the names beside the ids. */
@ApplicationScoped
public class LogReader {
  /**
   * True of an entry {@code e} that its agent did, or may have done, at work: not in the room whose
   * patient she is, nor in one that we do not know.
   */
  public static final String MAY_BE_AS_PROFESSIONAL =
      """
      (e.room_id is null
       or exists (select from room m where m.room_id = e.room_id and m.patient_id <> e.agent_id))""";

  /**
   * What two entries {@code e} have in common that say one thing together: the same view, refusal
   * or look. An entry of another doing with the same id in it joins nothing, it would hide one; nor
   * does a refusal that another service tells. Everything else has one teller only.
   *
   * <p>The index {@code entry_of_line} has these expressions: whoever has a teller's key can tell
   * any number of entries that have some of it in common, and a page looks at none of them.
   */
  private static final List<String> LINE =
      List.of(
          "{e}.view_id",
          "{e}.agent_id",
          "{e}.action",
          "coalesce({e}.room_id, '00000000-0000-0000-0000-000000000000')",
          "case when {e}.action = 'REFUSED' then coalesce({e}.teller, '') else '' end");

  private static final String SELECT =
      """
      select e.seq, e.entry_id, e.recorded_at, e.at, e.action, e.outcome, e.agent_id,
        e.agent_organisation_id, e.room_id,
        case when {knows} then coalesce(e.patient_id, r.patient_id) end as patient_id,
        %s as may_be_as_professional,
        e.concerns, e.code, e.reason, e.teller, e.hash,
        coalesce(v.until, e.until) as until,
        coalesce(v.from_seq, e.from_seq) as from_seq,
        coalesce(v.to_seq, e.to_seq) as to_seq,
        coalesce(v.count, e.count) as count,
        case when e.action = 'MESSAGES_VIEWED' then array(
          select a.from_seq from entry a
          where a.room_id = e.room_id
            and a.action in ('MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED', 'APPOINTMENT_ANSWERED',
              'AGREEMENT_ANSWERED', 'MESSAGE_EDITED', 'MESSAGE_RETRACTED')
            and a.from_seq between coalesce(v.from_seq, e.from_seq) and coalesce(v.to_seq, e.to_seq))
          end as answers
      from (
        select e.* from entry e
        where {condition} and (e.view_id is null or e.seq = (
          select o.seq from entry o where %s order by o.seq limit 1))
        order by e.seq desc limit {limit}) e
      left join room r on r.room_id = e.room_id
      left join lateral (
        select max(w.until) as until, min(w.from_seq) as from_seq, max(w.to_seq) as to_seq,
          max(w.count) as count
        from entry w where %s) v on true
      order by e.seq desc"""
          .formatted(MAY_BE_AS_PROFESSIONAL, joined("o"), joined("w"));

  private final People people;

  LogReader(People people) {
    this.people = people;
  }

  /**
   * Reads entries, newest first.
   *
   * @param condition on an entry {@code e}, written by us; what people typed is in the parameters
   * @param knows the same, of an entry in a room whose patient the reader may know: that somebody
   *     was asked tells nobody whose number it was (R9)
   */
  public Uni<List<LogEntry>> read(
      SqlConnection connection, String condition, String knows, int limit, Tuple parameters) {
    return connection
        .preparedQuery(sql(condition, knows, limit))
        .execute(parameters)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(LogRow::of).toList())
        .chain(rows -> named(connection, rows));
  }

  static String sql(String condition, String knows, int limit) {
    return SELECT
        .replace("{knows}", knows)
        .replace("{condition}", condition)
        .replace("{limit}", "" + limit);
  }

  private static String joined(String other) {
    return LINE.stream()
        .map(part -> part.replace("{e}", other) + " = " + part.replace("{e}", "e"))
        .collect(Collectors.joining(" and "));
  }

  private Uni<List<LogEntry>> named(SqlConnection connection, List<LogRow> rows) {
    var ids = rows.stream().flatMap(LogRow::people).collect(Collectors.toSet());
    return people
        .known(connection, ids)
        .map(known -> rows.stream().map(row -> row.named(known)).toList());
  }
}
