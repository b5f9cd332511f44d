package no.samsnakk.audit.ledger;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What of what was told is new.
 *
 * @param entries each once, in the order in which they were told
 * @param contradicting those of them whose teller has told something else under their id
 */
record News(List<Told> entries, List<Told> contradicting) {

  /**
   * Looks up what was told: ids, tellers, contents. However many entries have one id, each look
   * finds its own at once; nothing is looked for where nobody has told the id. A row for each, in
   * their order: whether it is there, whether its teller has told anything under the id, and the
   * entry of that id that says its content nowhere, because it is older than that.
   *
   * <p>By single look-ups, each with a limit: of an {@code exists} PostgreSQL may make a table of
   * the whole log.
   */
  static final String LOOK_UP =
      """
      select
        same.seq is not null or untold.seq is not null as is_there,
        his.seq is not null as is_his,
        old.seq, old.recorded_at, old.canonical
      from unnest($1::uuid[], $2::text[], $3::bytea[]) with ordinality
        told(id, teller, content, place)
      left join lateral (
        select e.entry_id as id from entry e where e.entry_id = told.id limit 1) known on true
      left join lateral (
        select e.seq from entry e
        where e.entry_id = known.id and e.teller = told.teller and e.content = told.content
        limit 1) same on true
      left join lateral (
        select e.seq from entry e
        where e.entry_id = known.id and e.teller is null and e.content = told.content
        limit 1) untold on true
      left join lateral (
        select e.seq from entry e
        where e.entry_id = known.id and e.teller = told.teller limit 1) his on true
      left join lateral (
        select e.seq, e.recorded_at, e.canonical from entry e
        where e.entry_id = known.id and e.teller is null and e.content is null limit 1) old on true
      order by told.place""";

  /** What {@link #LOOK_UP} takes. */
  static Tuple asked(List<Told> told) {
    var asked =
        io.vertx.sqlclient.Tuple.tuple()
            .addArrayOfUUID(told.stream().map(one -> one.entry().entryId()).toArray(UUID[]::new))
            .addArrayOfString(told.stream().map(Told::teller).toArray(String[]::new))
            .addArrayOfBuffer(told.stream().map(Told::content).toArray(Buffer[]::new));
    return Tuple.newInstance(asked);
  }

  /** Compares what was told with itself and with what {@link #LOOK_UP} has found. */
  static News of(List<Told> told, Iterable<Row> found) {
    var news = new News(new ArrayList<>(), new ArrayList<>());
    Map<Told.Id, Set<Buffer>> before = new HashMap<>();
    Iterator<Row> rows = found.iterator();
    for (var one : told) {
      news.add(one, rows.next(), before.computeIfAbsent(one.id(), id -> new HashSet<>()));
    }
    return news;
  }

  private void add(Told one, Row found, Set<Buffer> before) {
    if (found.getBoolean("is_there") || saysTheSame(found, one)) {
      return;
    }
    boolean contradicts = found.getBoolean("is_his") || !before.isEmpty();
    if (before.add(one.content())) {
      entries.add(one);
      if (contradicts) {
        contradicting.add(one);
      }
    }
  }

  /** An entry from before contents were kept, whoever told it. */
  private static boolean saysTheSame(Row old, Told one) {
    var canonical = old.getBuffer("canonical");
    if (canonical == null) {
      return false;
    }
    var at = old.getOffsetDateTime("recorded_at").toInstant();
    var said = Canonical.bytes(old.getLong("seq"), at, null, one.entry());
    return Arrays.equals(said, canonical.getBytes());
  }
}
