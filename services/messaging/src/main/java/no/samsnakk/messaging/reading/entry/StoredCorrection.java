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
  /** What {@link EntryReader} has found. */
  static List<StoredCorrection> among(Iterable<Row> rows) {
    List<StoredCorrection> corrections = new ArrayList<>();
    for (Row row : rows) {
      var about = row.getLong("about");
      if (about != null && Corrections.KINDS.contains(row.getString("kind"))) {
        corrections.add(new StoredCorrection(SealedEntry.of(row), about));
      }
    }
    return corrections;
  }
}
