package no.samsnakk.messaging.wire.connection;

import java.util.concurrent.atomic.AtomicBoolean;

/** One person's place for one socket, from the moment its ticket is looked at to its end. */
public final class SocketSlot {
  private final Runnable back;
  private final AtomicBoolean gone = new AtomicBoolean();

  SocketSlot(Runnable back) {
    this.back = back;
  }

  /** Gives it back; the second time nothing happens. */
  public void giveBack() {
    if (gone.compareAndSet(false, true)) {
      back.run();
    }
  }
}
