package no.samsnakk.bench.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What a proxy does to the octets that pass, to all of its connections alike. */
final class Weather {
  private final AtomicInteger answersToLose = new AtomicInteger();
  private final AtomicInteger answersLost = new AtomicInteger();
  private volatile long stalledUntil = System.nanoTime();
  private volatile long slowUntil = System.nanoTime();
  private volatile Duration each = Duration.ZERO;

  void stall(Duration time) {
    stalledUntil = System.nanoTime() + time.toNanos();
  }

  void delay(Duration each, Duration time) {
    this.each = each;
    slowUntil = System.nanoTime() + time.toNanos();
  }

  void loseAnswers(int commits) {
    answersToLose.addAndGet(commits);
  }

  /** Whether this commit's answer is to be lost. */
  boolean losesThisAnswer() {
    boolean loses = answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    answersLost.addAndGet(loses ? 1 : 0);
    return loses;
  }

  int answersLost() {
    return answersLost.get();
  }

  /** Holds up whoever carries octets, for as long as it has to. */
  void pass() {
    if (slowUntil - System.nanoTime() > 0) {
      LockSupport.parkNanos(each.toNanos());
    }
    for (long left = stalledUntil - System.nanoTime(); left > 0; ) {
      LockSupport.parkNanos(Math.min(left, 10_000_000));
      left = stalledUntil - System.nanoTime();
    }
  }
}
