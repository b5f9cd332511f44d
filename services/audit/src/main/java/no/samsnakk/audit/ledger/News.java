package no.samsnakk.audit.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What of what was told is new.
 *
 * @param entries each once, in the order in which they were told
 * @param contradicting those of them whose teller has told something else under their id
 */
record News(List<Told> entries, List<Told> contradicting) {

  /**
   * Compares what was told with itself and with the log.
   *
   * @param known the rows of all ids that were told, whoever told them
   */
  static News of(List<Told> told, Iterable<Row> known) {
    var rows =
        StreamSupport.stream(known.spliterator(), false)
            .collect(groupingBy(row -> row.getUUID("entry_id")));
    var news = new News(new ArrayList<>(), new ArrayList<>());
    Map<Told.Id, List<Told>> before = new HashMap<>();
    for (var one : told) {
      news.add(one, rows, before.computeIfAbsent(one.id(), id -> new ArrayList<>()));
    }
    return news;
  }

  private void add(Told one, Map<UUID, List<Row>> known, List<Told> before) {
    var rows = known.getOrDefault(one.entry().entryId(), List.of());
    if (rows.stream().anyMatch(row -> isIn(row, one))
        || before.stream().anyMatch(other -> Arrays.equals(content(other), content(one)))) {
      return;
    }
    entries.add(one);
    if (!before.isEmpty() || rows.stream().anyMatch(row -> isHis(row, one))) {
      contradicting.add(one);
    }
    before.add(one);
  }

  private static boolean isHis(Row row, Told one) {
    return one.teller() != null && one.teller().equals(row.getString("teller"));
  }

  /** Of what nobody is named as the teller of, it is enough that it says the same. */
  private static boolean isIn(Row row, Told one) {
    var teller = row.getString("teller");
    if (teller != null && !teller.equals(one.teller())) {
      return false;
    }
    var at = row.getOffsetDateTime("recorded_at").toInstant();
    var said = Canonical.bytes(row.getLong("seq"), at, new Told(teller, one.entry()));
    return Arrays.equals(said, row.getBuffer("canonical").getBytes());
  }

  private static byte[] content(Told one) {
    return Canonical.bytes(0, Instant.EPOCH, one);
  }
}
