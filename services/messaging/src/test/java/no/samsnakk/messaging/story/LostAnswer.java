package no.samsnakk.messaging.story;

import static no.samsnakk.contracts.time.Patience.await;

import java.util.concurrent.Callable;

/**
 * A commit whose answer never comes: PostgreSQL has it, and whoever asked for it does not hear so.
 * Commits are made to wait for a standby that there is not, and the connections that wait are
 * ended.
 */
public final class LostAnswer {
  private static final String END_THOSE_THAT_WAIT =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where wait_event = 'SyncRep' and usename = 'samsnakk_messaging'";

  private LostAnswer() {}

  /**
   * @param act leads to a commit
   * @param lost whether it has been committed, or its failure has shown
   */
  public static void of(Runnable act, Callable<Boolean> lost) {
    waitFor("nobody");
    try {
      act.run();
      await()
          .until(
              () -> {
                Database.ask(Boolean.class, END_THOSE_THAT_WAIT);
                return lost.call();
              });
    } finally {
      waitFor("");
    }
  }

  private static void waitFor(String standby) {
    Database.run("alter system set synchronous_standby_names = '" + standby + "'");
    Database.ask(Boolean.class, "select pg_reload_conf()");
    await()
        .until(
            () ->
                Database.ask(String.class, "select current_setting('synchronous_standby_names')")
                    .getFirst()
                    .equals(standby));
  }
}
