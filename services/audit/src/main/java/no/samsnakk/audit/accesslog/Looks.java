package no.samsnakk.audit.accesslog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds who looked at a room, was refused there or searched in its log, by when it was. However
 * much there is, only the newest {@value #MOST} of each span are looked at, and as many of the hour
 * before it.
 */
@ApplicationScoped
class Looks {
  /** More than people do in a day. A view is two entries. */
  static final int MOST = 2000;

  /**
   * An entry may stand for what was done up to so much later: the windows of refusals and views are
   * shorter.
   */
  static final Duration STANDS_FOR = Duration.ofHours(1);

  /** The index {@code entry_of_day} has these actions. */
  static final String FIND =
      """
      select span.nr, look.seq
      from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as span (since, before, nr)
      cross join lateral (
        select e.seq, e.at from entry e
        where e.room_id = $1 and e.at >= span.since and e.at < span.before and e.seq <= $4
          and e.action in
            ('ROOM_VIEWED', 'ROOM_REFRESHED', 'MESSAGES_VIEWED', 'LOG_VIEWED', 'REFUSED', 'LOG_SEARCHED')
          and %s
        order by e.at desc limit %d) look
      order by look.at desc"""
          .formatted(PatientsLog.notHisOwnLooks("$5", "$6"), MOST + 1);

  private final LogReader reader;

  Looks(LogReader reader) {
    this.reader = reader;
  }

  /**
   * Whose looks at which room.
   *
   * @param patient whose looks are left out where they are not wanted
   * @param head the newest entry that is looked at
   */
  record Of(UUID room, UUID patient, boolean own, long head) {}

  /** From a time on, up to another, which is not included. */
  record Span(Instant from, Instant to) {}

  /**
   * What was found of a span, the newest first, and a little from before it: what began there may
   * reach into it.
   *
   * @param whole whether it is all there was; what is from before takes nothing of a span's bound
   */
  record Found(Span span, List<LogEntry> entries, boolean whole) {}

  /** What there is of each of these spans. */
  Uni<List<Found>> in(SqlConnection connection, Of of, List<Span> spans) {
    return connection
        .preparedQuery(FIND)
        .execute(asked(of, spans))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(
                        groupingBy(
                            row -> row.getLong("nr").intValue() - 1,
                            mapping(row -> row.getLong("seq"), toList()))))
        .chain(seqs -> read(connection, spans, seqs));
  }

  static Tuple asked(Of of, List<Span> spans) {
    var each = spans.stream().flatMap(Looks::withBefore).toList();
    return Tuple.tuple()
        .addUUID(of.room())
        .addArrayOfOffsetDateTime(times(each, Span::from))
        .addArrayOfOffsetDateTime(times(each, Span::to))
        .addLong(of.head())
        .addBoolean(of.own())
        .addUUID(of.patient());
  }

  private static Stream<Span> withBefore(Span span) {
    return Stream.of(span, new Span(span.from().minus(STANDS_FOR), span.from()));
  }

  private Uni<List<Found>> read(
      SqlConnection connection, List<Span> spans, Map<Integer, List<Long>> seqs) {
    var all =
        seqs.values().stream()
            .flatMap(of -> of.stream().limit(MOST))
            .distinct()
            .toArray(Long[]::new);
    return reader
        .read(connection, "e.seq = any($1)", "true", all.length, Tuple.of(all))
        .map(entries -> found(spans, seqs, entries));
  }

  private static List<Found> found(
      List<Span> spans, Map<Integer, List<Long>> seqs, List<LogEntry> entries) {
    var bySeq = entries.stream().collect(toMap(LogEntry::seq, e -> e));
    return IntStream.range(0, spans.size())
        .mapToObj(
            nr -> {
              var within = seqs.getOrDefault(2 * nr, List.of());
              var before = seqs.getOrDefault(2 * nr + 1, List.of());
              return found(spans.get(nr), List.of(within, before), bySeq);
            })
        .toList();
  }

  private static Found found(Span span, List<List<Long>> parts, Map<Long, LogEntry> bySeq) {
    var entries =
        parts.stream()
            .flatMap(seqs -> seqs.stream().limit(MOST))
            .filter(bySeq::containsKey)
            .map(bySeq::get)
            .sorted(Comparator.comparingLong(LogEntry::seq).reversed())
            .toList();
    return new Found(span, entries, parts.stream().allMatch(seqs -> seqs.size() <= MOST));
  }

  private static OffsetDateTime[] times(List<Span> spans, Function<Span, Instant> time) {
    return spans.stream()
        .map(time)
        .map(at -> at.atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
