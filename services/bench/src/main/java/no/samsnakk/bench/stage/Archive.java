package no.samsnakk.bench.stage;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import no.samsnakk.bench.history.Interval;
import no.samsnakk.bench.history.Kept;

/** Looks into the tables of messaging and audit, past both of them. */
public final class Archive {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final String KEPT =
      "select room_id, seq, client_id from messaging.entry where room_id = any(?)";
  private static final String STORED = "select count(*) from messaging.entry";
  private static final String LOGGED =
      """
      select count(*) from messaging.entry m
        join audit.entry e on e.entry_id = m.entry_id
       where e.action in ('MESSAGE_SENT', 'MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED',
         'APPOINTMENT_CHANGED', 'APPOINTMENT_ANSWERED', 'AGREEMENT_CHANGED', 'AGREEMENT_ANSWERED',
         'MESSAGE_EDITED', 'MESSAGE_RETRACTED')
         and e.outcome = 'SUCCESS' and e.room_id = m.room_id""";
  private static final String VIEWS =
      """
      select room_id, person_id, from_seq,
        case when closed_at is null then %d else to_seq end
      from messaging.view_interval"""
          .formatted(Long.MAX_VALUE);
  private static final String MARKS =
      """
      select k.room_id, k.person_id, lower(x), upper(x) - 1
      from messaging.%s k, unnest(k.ranges) x""";
  private static final String OPEN_VIEWS =
      """
      select room_id, person_id, from_seq, to_seq
      from messaging.view_interval where closed_at is null""";
  private static final String UNLOGGED_VIEWS =
      """
      select count(*) from messaging.view_interval v
       where not exists (select from audit.entry e where e.view_id = v.view_id and e.until is null)
          or v.closed_at is not null and not exists (
            select from audit.entry e where e.view_id = v.view_id and e.until is not null)""";

  private final String superuserUrl;

  Archive(String superuserUrl) {
    this.superuserUrl = superuserUrl;
  }

  /** Every message of these rooms. */
  public List<Kept> kept(List<Room> rooms) {
    var ids = rooms.stream().map(Room::roomId).toArray(UUID[]::new);
    try (var connection = DriverManager.getConnection(superuserUrl);
        var statement = connection.prepareStatement(KEPT)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      return kept(statement.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException("messaging's tables are not as the bench knows them", e);
    }
  }

  private static List<Kept> kept(ResultSet rows) throws SQLException {
    var kept = new ArrayList<Kept>();
    while (rows.next()) {
      kept.add(
          new Kept(rows.getObject(1, UUID.class), rows.getLong(2), rows.getObject(3, UUID.class)));
    }
    return kept;
  }

  /** How many messages there are in all. */
  public long stored() {
    return number(STORED);
  }

  /** Every view there was, as messaging has it and tells it to the log. */
  public List<Interval> views() {
    return intervals(VIEWS);
  }

  /** Views that have not ended. */
  public List<Interval> openViews() {
    return intervals(OPEN_VIEWS);
  }

  /** What people have read. */
  public List<Interval> read() {
    return intervals(MARKS.formatted("read_mark"));
  }

  /** What has reached devices of theirs. */
  public List<Interval> received() {
    return intervals(MARKS.formatted("received_mark"));
  }

  private List<Interval> intervals(String query) {
    try (var connection = DriverManager.getConnection(superuserUrl);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var views = new ArrayList<Interval>();
      while (rows.next()) {
        views.add(
            new Interval(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getLong(3),
                rows.getLong(4)));
      }
      return views;
    } catch (SQLException e) {
      throw new IllegalStateException("messaging's tables are not as the bench knows them", e);
    }
  }

  /** Views whose opening, or whose end, audit has not written down: none once it has caught up. */
  public long unloggedViews() {
    return number(UNLOGGED_VIEWS);
  }

  /** Records that wait for Kafka. */
  public long waitingForKafka() {
    return number("select count(*) from messaging.outbox_unsent");
  }

  /**
   * Messages with an entry in the log, once all have one or time is up.
   *
   * @param after how long that took
   */
  public record Logged(long messages, Duration after) {}

  public Logged logged(long expected, Duration limit) {
    long start = System.nanoTime();
    while (true) {
      long count = number(LOGGED);
      var after = Duration.ofNanos(System.nanoTime() - start);
      if (count >= expected || after.compareTo(limit) > 0) {
        return new Logged(count, after);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private long number(String query) {
    try (var connection = DriverManager.getConnection(superuserUrl);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the tables are not as the bench knows them", e);
    }
  }
}
