package no.samsnakk.messaging.writing.batch;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

/** Tells each in a batch by itself. */
public final class Alone {
  private Alone() {}

  /** What goes wrong for one must keep neither its sender nor the rest of the batch waiting. */
  public static void run(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      LOG.frameFault(e);
    }
  }
}
