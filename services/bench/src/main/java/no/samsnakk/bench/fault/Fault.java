package no.samsnakk.bench.fault;

import java.time.Duration;

/** One thing that goes wrong. Its text is what is printed when it does. */
sealed interface Fault {

  /** How long it lasts before the next one may begin. */
  Duration time();

  /** SIGKILL; another process takes its place after a while. */
  record Kill(int instance, Duration down) implements Fault {
    @Override
    public Duration time() {
      return Duration.ofSeconds(2);
    }
  }

  /** SIGSTOP, and SIGCONT after that time. */
  record Freeze(int instance, Duration time) implements Fault {}

  /** Every connection of an instance to PostgreSQL is cut. */
  record CutDatabase(int instance) implements Fault {
    @Override
    public Duration time() {
      return Duration.ZERO;
    }
  }

  /** Nothing passes between an instance and PostgreSQL. */
  record StallDatabase(int instance, Duration time) implements Fault {}

  /** Everything between an instance and PostgreSQL takes longer. */
  record SlowDatabase(int instance, Duration each, Duration time) implements Fault {}

  /** PostgreSQL commits, and the instance never hears of it. */
  record LoseCommitAnswers(int instance, int commits) implements Fault {
    @Override
    public Duration time() {
      return Duration.ofSeconds(1);
    }
  }

  /** PostgreSQL stops at once, as if the power had failed, and starts again. */
  record RestartPostgres() implements Fault {
    @Override
    public Duration time() {
      return Duration.ofSeconds(2);
    }
  }

  /** Every connection to Kafka is cut. */
  record CutKafka() implements Fault {
    @Override
    public Duration time() {
      return Duration.ZERO;
    }
  }

  /** Nothing passes to or from Kafka. */
  record StallKafka(Duration time) implements Fault {}

  /** Kafka is killed, and started again after that time. */
  record StopKafka(Duration time) implements Fault {}

  /** PostgreSQL's disk is full for that time. */
  record FillDisk(Duration time) implements Fault {}
}
