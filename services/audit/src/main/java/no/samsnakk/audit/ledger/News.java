package no.samsnakk.audit.ledger;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of what was told is new, and what of it contradicts its own teller. */
final class News {
  private final Map<Told.Id, Told> fresh = new LinkedHashMap<>();
  private final Set<Told> contradicting = new LinkedHashSet<>();

  /**
   * Compares what was told with itself and with the log.
   *
   * @param known the rows of all ids that were told, whoever told them
   */
  static News of(List<Told> told, Iterable<Row> known) {
    var news = new News();
    told.forEach(news::add);
    for (var row : known) {
      told.stream()
          .filter(one -> one.entry().entryId().equals(row.getUUID("entry_id")))
          .forEach(one -> news.compare(one, row));
    }
    return news;
  }

  /** In the order in which they were told, each once. */
  List<Told> fresh() {
    return List.copyOf(fresh.values());
  }

  /** Says something else than its teller has told under the same id. */
  Set<Told> contradicting() {
    return contradicting;
  }

  private void add(Told one) {
    var before = fresh.putIfAbsent(one.id(), one);
    if (before != null && !Arrays.equals(content(before), content(one))) {
      contradicting.add(one);
    }
  }

  private void compare(Told one, Row row) {
    var teller = row.getString("teller");
    if (isIn(row, one, teller)) {
      fresh.remove(one.id(), one);
      contradicting.remove(one);
    } else if (Objects.equals(teller, one.teller())) {
      fresh.remove(one.id());
      contradicting.add(one);
    }
  }

  /** Of what nobody is named as the teller of, it is enough that it says the same. */
  private static boolean isIn(Row row, Told one, @Nullable String teller) {
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
