package no.samsnakk.audit.ledger;

import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.story.Log;

/** What somebody with all the rights there are can do to an entry, and what is found afterwards. */
public enum Tampering {
  WHO_DID_IT_IS_CHANGED(
      "update audit.entry set agent_id = gen_random_uuid() where seq = %1$d",
      0, Fault.CONTENT_CHANGED),
  A_COUNT_IS_ADDED("update audit.entry set count = 2 where seq = %1$d", 0, Fault.CONTENT_CHANGED),
  THE_TIME_IS_NONE("update audit.entry set at = 'infinity' where seq = %1$d", 0, Fault.UNREADABLE),
  THE_ACTION_IS_NONE(
      "update audit.entry set action = 'NOTHING' where seq = %1$d", 0, Fault.UNREADABLE),
  /** Whoever knows how it is made writes what repeats are known by anew too. */
  WRITTEN_ANEW_WITH_A_HASH_THAT_FITS(
      """
      update audit.entry set code = 'x', canonical = forged::bytea,
        hash = sha256(prev_hash || forged::bytea),
        content = sha256(regexp_replace(regexp_replace(regexp_replace(replace(forged,
          '"v":3', '"v":1'), ',"teller":"[a-z]+"', ''), '"seq":[0-9]+', '"seq":0'),
          '"recordedAt":"[^"]+"', '"recordedAt":"1970-01-01T00:00:00.000Z"')::bytea)
      from (select replace(convert_from(canonical, 'UTF8'), '"concerns"', '"code":"x","concerns"')
        as forged from audit.entry where seq = %1$d) f
      where seq = %1$d""",
      1, Fault.DOES_NOT_FOLLOW),
  REMOVED("delete from audit.entry where seq = %1$d", 0, Fault.OUT_OF_PLACE),
  TWO_CHANGE_PLACES(
      """
      update audit.entry set seq = 9999999 where seq = %1$d;
      update audit.entry set seq = %1$d where seq = %1$d + 1;
      update audit.entry set seq = %1$d + 1 where seq = 9999999""",
      0, Fault.DOES_NOT_FOLLOW),
  REMOVED_AND_THE_OTHERS_MOVE_UP(
      """
      delete from audit.entry where seq = %1$d;
      update audit.entry set seq = seq - 1 where seq = %1$d + 1;
      update audit.entry set seq = seq - 1 where seq = %1$d + 2""",
      0, Fault.DOES_NOT_FOLLOW),
  A_REPEAT_IS_NOT_KNOWN(
      "update audit.entry set content = null where seq = %1$d", 0, Fault.CONTENT_HASH_WRONG),
  ANOTHER_IS_TAKEN_FOR_A_REPEAT(
      "update audit.entry set content = sha256('another') where seq = %1$d",
      0, Fault.CONTENT_HASH_WRONG);

  private final String sql;
  private final int foundAfter;
  private final Fault fault;

  Tampering(String sql, int foundAfter, Fault fault) {
    this.sql = sql;
    this.foundAfter = foundAfter;
    this.fault = fault;
  }

  /** Does it to this entry, which is not among the two newest. */
  public void to(long victim) {
    Log.asSuperuser(sql.formatted(victim));
  }

  /** What is found then. */
  public Broken found(long victim) {
    return new Broken(victim + foundAfter, fault);
  }
}
