package no.samsnakk.audit.accesslog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param nextBefore what to ask for next; null at the end
 */
public record LogPage(List<LogEntry> items, @Nullable Long nextBefore) {

  /** A page of at most {@code limit} of these, of which there is one more if there are others. */
  public static LogPage of(List<LogEntry> found, int limit) {
    if (found.size() <= limit) {
      return new LogPage(found, null);
    }
    var items = found.subList(0, limit);
    return new LogPage(items, items.getLast().seq());
  }
}
