package no.samsnakk.notifications.story;

import java.sql.Connection;
import java.sql.SQLException;

/** While it is held, whoever takes deliveries away has seen which, and waits to do it. */
public final class TakingAway implements AutoCloseable {
  private static final long LOCK = 7_301;

  private final Connection holder;

  private TakingAway(Connection holder) {
    this.holder = holder;
  }

  public static TakingAway isHeld() throws SQLException {
    var held = new TakingAway(Story.superuser());
    held.execute("select pg_advisory_lock(%d)".formatted(LOCK));
    held.execute(
        """
        create function notifications.wait_to_take_away() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock_shared(%d);
          return null;
        end $$"""
            .formatted(LOCK));
    held.execute(
        """
        create trigger wait_to_take_away before delete on notifications.delivery
        for each statement execute function notifications.wait_to_take_away()""");
    return held;
  }

  /** Whether somebody waits to do it. */
  public boolean isWaitedFor() {
    return Story.count(
            "pg_locks where locktype = 'advisory' and objid = %d and not granted".formatted(LOCK))
        > 0;
  }

  /** Lets them, and never holds them again. */
  @Override
  public void close() throws SQLException {
    try (holder) {
      execute("select pg_advisory_unlock(%d)".formatted(LOCK));
      execute("drop function notifications.wait_to_take_away() cascade");
    }
  }

  private void execute(String statement) throws SQLException {
    try (var jdbc = holder.createStatement()) {
      jdbc.execute(statement);
    }
  }
}
