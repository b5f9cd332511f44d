package no.samsnakk.audit.accesslog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.samsnakk.audit.accesslog.Looks.Found;
import no.samsnakk.audit.accesslog.Looks.Span;

/** What a page of the patient's log does not tell by itself: all of its days, and who is there. */
@ApplicationScoped
class Days {
  /** Longer than a session lasts, and with it a view. */
  private static final Duration LONGEST_VIEW = Duration.ofDays(1);

  /** Clocks differ, and the log is asked only for what it has. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final Looks looks;

  Days(Looks looks) {
    this.looks = looks;
  }

  /** The sums of the page's days, and the views that are under way. */
  record Around(List<LogEntry> now, List<RoomLog.Day> days) {}

  /**
   * Reads them.
   *
   * @param newest whether the page is the newest one: with it come those who are there now
   */
  Uni<Around> around(
      SqlConnection connection,
      Looks.Of of,
      LogPage page,
      ZoneId zone,
      Instant at,
      boolean newest) {
    var days = days(page, zone);
    var spans = new ArrayList<>(days);
    if (newest) {
      spans.add(new Span(at.minus(LONGEST_VIEW), at.plus(AHEAD)));
    }
    return looks.in(connection, of, spans).map(found -> around(found, days.size()));
  }

  private static Around around(List<Found> found, int days) {
    var now =
        found.stream()
            .skip(days)
            .flatMap(lately -> lately.entries().stream())
            .filter(Sums::isUnderWay);
    return new Around(now.toList(), found.stream().limit(days).map(Sums::of).toList());
  }

  private static List<Span> days(LogPage page, ZoneId zone) {
    return page.items().stream()
        .map(entry -> LocalDate.ofInstant(entry.at(), zone))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(day -> new Span(begin(day, zone), begin(day.plusDays(1), zone)))
        .toList();
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
