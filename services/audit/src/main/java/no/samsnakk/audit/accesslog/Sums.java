package no.samsnakk.audit.accesslog;

import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static no.samsnakk.contracts.event.AuditAction.LOG_VIEWED;
import static no.samsnakk.contracts.event.AuditAction.MESSAGES_VIEWED;
import static no.samsnakk.contracts.event.AuditAction.ROOM_REFRESHED;
import static no.samsnakk.contracts.event.AuditAction.ROOM_VIEWED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.audit.accesslog.RoomLog.Kind;
import no.samsnakk.audit.accesslog.RoomLog.Sum;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/** How often each did what that is counted. */
final class Sums {
  /** No entry, whatever it says, makes a sum that is none. */
  private static final long MOST_TIMES = 1_000_000_000_000L;

  /** What a number may be in JSON. */
  private static final long LAST_MESSAGE = (1L << 53) - 1;

  private Sums() {}

  /** What is one sum with what has the same. */
  private record Key(
      Kind kind,
      UUID personId,
      @Nullable UUID organisationId,
      @Nullable String code,
      @Nullable String reason) {}

  /** The sums of a day, of whoever did something last first. */
  static RoomLog.Day of(Looks.Found found) {
    var span = found.span();
    var ofDay = found.entries().stream().filter(entry -> !entry.at().isBefore(span.from()));
    var each = ofDay.collect(groupingBy(Sums::key, LinkedHashMap::new, toList()));
    // An act that is none of these has no sum.
    each.remove(Optional.<Key>empty());
    var sums =
        each.entrySet().stream()
            .map(of -> sum(of.getKey().orElseThrow(), of.getValue(), opened(found, of.getKey())));
    return new RoomLog.Day(span.from(), span.to(), found.whole(), sums.toList());
  }

  /** Messages are still being brought to her: the entry that ends the view is not there yet. */
  static boolean isUnderWay(LogEntry entry) {
    return entry.action() == MESSAGES_VIEWED
        && entry.outcome() == AuditRecorded.Outcome.SUCCESS
        && entry.until() == null;
  }

  private static Optional<Key> key(LogEntry entry) {
    return kind(entry)
        .map(
            kind ->
                new Key(
                    kind,
                    entry.agent().personId(),
                    organisation(entry),
                    kind == Kind.REFUSED ? entry.details().code() : null,
                    kind == Kind.SEARCHED ? entry.details().reason() : null));
  }

  private static Optional<Kind> kind(LogEntry entry) {
    boolean done = entry.outcome() == AuditRecorded.Outcome.SUCCESS;
    return switch (entry.action()) {
      case REFUSED -> Optional.of(Kind.REFUSED);
      case LOG_SEARCHED -> Optional.of(Kind.SEARCHED);
      case ROOM_VIEWED, ROOM_REFRESHED, MESSAGES_VIEWED, LOG_VIEWED ->
          done ? Optional.of(Kind.VIEWS) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static @Nullable UUID organisation(LogEntry entry) {
    var organisation = entry.agent().organisation();
    return organisation == null ? null : organisation.organisationId();
  }

  private static Sum sum(Key key, List<LogEntry> entries, Optional<Instant> opened) {
    var hers = entries.stream().filter(entry -> entry.action() != ROOM_REFRESHED).toList();
    var told = hers.isEmpty() ? entries : hers;
    return new Sum(
        key.kind(),
        key.personId(),
        key.organisationId(),
        key.code(),
        key.reason(),
        entries.size(),
        told.stream().map(LogEntry::at).min(naturalOrder()).orElseThrow(),
        told.stream().map(Sums::end).max(naturalOrder()).orElseThrow(),
        key.kind() == Kind.VIEWS ? 0 : times(entries.stream()),
        times(of(ROOM_VIEWED, entries)),
        times(of(ROOM_REFRESHED, entries).filter(entry -> isBefore(entry, opened))),
        messages(of(MESSAGES_VIEWED, entries).toList()),
        times(of(LOG_VIEWED, entries)),
        entries.stream().anyMatch(Sums::isUnderWay));
  }

  /** When she first opened the room that day, also where the entry stands for earlier times too. */
  private static Optional<Instant> opened(Looks.Found found, Optional<Key> key) {
    var from = found.span().from();
    return of(ROOM_VIEWED, found.entries())
        .filter(entry -> key(entry).equals(key) && !end(entry).isBefore(from))
        .map(entry -> entry.at().isBefore(from) ? end(entry) : entry.at())
        .min(naturalOrder());
  }

  private static boolean isBefore(LogEntry refresh, Optional<Instant> opened) {
    return opened.map(at -> end(refresh).isBefore(at)).orElse(true);
  }

  private static Stream<LogEntry> of(AuditAction action, List<LogEntry> entries) {
    return entries.stream().filter(entry -> entry.action() == action);
  }

  private static Instant end(LogEntry entry) {
    var until = entry.until();
    return until == null ? entry.at() : until;
  }

  /** An entry may stand for many. */
  private static long times(Stream<LogEntry> entries) {
    return entries
        .map(entry -> entry.details().count())
        .mapToLong(count -> count == null ? 1 : Math.min(count, MOST_TIMES))
        .sum();
  }

  /** Each message once, however often it was brought; a short answer to one is none. */
  private static long messages(List<LogEntry> views) {
    var ranges = views.stream().map(Sums::range).sorted(comparingLong(Range::from)).toList();
    long counted = 0;
    long last = 0;
    for (var range : ranges) {
      counted += Math.max(0, range.to() - Math.max(range.from() - 1, last));
      last = Math.max(last, range.to());
    }
    long answers = views.stream().flatMap(view -> view.answers().stream()).distinct().count();
    return Math.max(0, counted - answers);
  }

  private record Range(long from, long to) {}

  private static Range range(LogEntry view) {
    var from = view.details().fromSeq();
    var to = view.details().toSeq();
    return new Range(
        Math.clamp(from == null ? 1 : from, 1, LAST_MESSAGE),
        Math.clamp(to == null ? 0 : to, 0, LAST_MESSAGE));
  }
}
