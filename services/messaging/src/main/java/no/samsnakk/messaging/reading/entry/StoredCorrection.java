package no.samsnakk.messaging.reading.entry;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes or takes back a text, as it lies in the database.
 *
 * @param about the place of the message that it was found by
 */
record StoredCorrection(SealedEntry entry, long about) {
  /** What {@link EntryReader#CORRECTIONS} has found. */
  static List<StoredCorrection> all(Iterable<Row> rows) {
    List<StoredCorrection> all = new ArrayList<>();
    rows.forEach(row -> all.add(new StoredCorrection(SealedEntry.of(row), row.getLong("about"))));
    return all;
  }
}
