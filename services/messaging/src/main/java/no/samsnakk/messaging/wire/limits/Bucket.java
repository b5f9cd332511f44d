package no.samsnakk.messaging.wire.limits;

/** So many in a minute, all at once or spread; a bucket that fills up again by itself. */
public final class Bucket {
  private static final double MINUTE = 60_000;

  private final int perMinute;
  private double left;
  private long lastMillis;

  public Bucket(int perMinute, long nowMillis) {
    this.perMinute = perMinute;
    this.left = perMinute;
    this.lastMillis = nowMillis;
  }

  /** Whether there was one left; takes it. */
  public synchronized boolean take(long nowMillis) {
    left = Math.min(perMinute, left + (nowMillis - lastMillis) * (perMinute / MINUTE));
    lastMillis = nowMillis;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
