package no.samsnakk.messaging.reading.standing;

import java.time.Period;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for across rooms: entries of a kind after which something stands, and of each
 * thing the newest.
 *
 * @param statement finds them, by an index of the kind's own
 * @param answers the kind of what each person says of it; of hers the newest is read as well, where
 *     it came later. Null where nobody says anything of it
 */
public record Sought(String statement, @Nullable String answers) {
  /**
   * How many are looked at.
   *
   * @param ofEach of what one person has said in one room
   * @param all for one answer
   */
  public record Bounds(int ofEach, int all) {}

  /** The first that each has said in each room come before the second of anybody. */
  private static final String STATEMENT =
      """
      select %1$s, e.about, r.standing_in_all
      from (
        select room_id, seq, sent_at, nth, standing_in_all
        from (
          select s.room_id, s.seq, s.sent_at,
            count(*) over () as standing_in_all,
            row_number() over (
              partition by s.room_id, s.sender_id order by s.sent_at %4$s, s.seq %4$s) as nth
          from (
            select distinct on (q.room_id, q.about) q.room_id, q.seq, q.standing
            from rooms.access_v1 a
            join entry q on q.room_id = a.room_id and q.kind = '%2$s'
            where a.person_id = $1 and a.may_read and a.may_write
            order by q.room_id, q.about, q.seq desc) newest
          join entry s on s.room_id = newest.room_id and s.seq = newest.seq
          where newest.standing%3$s) ranked
        where nth <= %5$d
        order by nth, sent_at %4$s, room_id, seq %4$s limit %6$d) r
      join entry e on e.room_id = r.room_id and e.seq = r.seq
      order by r.nth, r.sent_at %4$s, r.room_id, r.seq %4$s""";

  /** Of a message that was taken back nothing stands. */
  private static final String UNLESS_RETRACTED =
      " and not exists (select from entry t"
          + " where t.room_id = s.room_id and t.about = s.about and t.kind = 'RETRACTION')";

  /** Those first that have stood longest, of what hangs on messages. */
  public static Sought oldestFirst(String kind, Bounds bounds) {
    return new Sought(statement(kind, UNLESS_RETRACTED, "asc", bounds), null);
  }

  /** The same of what begins by itself, and of which people say something. */
  public static Sought oldestFirst(String kind, Bounds bounds, String answers) {
    return new Sought(statement(kind, "", "asc", bounds), answers);
  }

  /**
   * Those first that have stood shortest.
   *
   * @param within what was said longer ago stands no more, whatever it says
   */
  public static Sought newestFirst(String kind, Bounds bounds, Period within, String answers) {
    var since = " and s.sent_at > now() - interval '" + within + "'";
    return new Sought(statement(kind, since, "desc", bounds), answers);
  }

  private static String statement(String kind, String since, String order, Bounds bounds) {
    return STATEMENT.formatted(
        SealedEntry.COLUMNS, kind, since, order, bounds.ofEach(), bounds.all());
  }
}
