package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import no.samsnakk.bench.people.People;
import no.samsnakk.bench.stage.Breakable;
import no.samsnakk.bench.stage.Instance;

/** Does what the plan says, and mends it again. */
final class Breaker {
  private static final Duration BEFORE_THE_NEXT_START = Duration.ofSeconds(1);
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

  private final Breakable stage;
  private final People people;
  private final Consumer<String> say;
  private final List<WithoutKafka> withoutKafka = new ArrayList<>();
  private CompletableFuture<Void> mending = CompletableFuture.completedFuture(null);

  Breaker(Breakable stage, People people, Consumer<String> say) {
    this.stage = stage;
    this.people = people;
    this.say = say;
  }

  void carryOut(Plan plan) {
    for (var step : plan.steps()) {
      pause(step.pause());
      say.accept(step.fault().toString());
      carryOut(step.fault());
    }
    mending.join();
  }

  /** What went on each time that Kafka was away. */
  List<WithoutKafka> withoutKafka() {
    return List.copyOf(withoutKafka);
  }

  private void carryOut(Fault fault) {
    switch (fault) {
      case Fault.Kill(int number, Duration down) -> kill(number, down);
      case Fault.Freeze(int number, Duration time) -> freeze(instance(number), time);
      case Fault.CutDatabase(int number) -> instance(number).database().cut();
      case Fault.StallDatabase(int number, Duration time) -> {
        instance(number).database().stall(time);
        pause(time);
      }
      case Fault.SlowDatabase(int number, Duration each, Duration time) -> {
        instance(number).database().delay(each, time);
        pause(time);
      }
      case Fault.LoseCommitAnswers(int number, int commits) -> {
        instance(number).database().loseAnswers(commits);
        pause(fault.time());
      }
      case Fault.RestartPostgres restart -> {
        stage.stopPostgres();
        start("PostgreSQL", stage::startPostgres);
      }
      case Fault.CutKafka cut -> stage.kafkaProxy().cut();
      case Fault.StallKafka(Duration time) -> {
        stage.kafkaProxy().stall(time);
        pause(time);
      }
      case Fault.StopKafka(Duration time) -> stopKafka(time);
      case Fault.FillDisk(Duration time) -> fillDisk(time);
    }
  }

  /** Only where another instance is left to go to. */
  private void kill(int number, Duration down) {
    mending.join();
    var instance = instance(number);
    people.killed(number);
    instance.kill();
    mending =
        CompletableFuture.runAsync(
            () -> {
              pause(down);
              start(instance.label(), instance::start);
            },
            Thread::startVirtualThread);
  }

  /** A start that meets another fault, or a busy machine, may fail, and is tried again. */
  private void start(String what, Runnable start) {
    long end = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!started(what, start, end)) {
      pause(BEFORE_THE_NEXT_START);
    }
    say.accept("  " + what + " is back");
  }

  private boolean started(String what, Runnable start, long end) {
    try {
      start.run();
      return true;
    } catch (RuntimeException e) {
      if (System.nanoTime() - end > 0) {
        throw e;
      }
      say.accept("  " + what + " did not start; once more");
      return false;
    }
  }

  private void freeze(Instance instance, Duration time) {
    mending.join();
    instance.freeze();
    pause(time);
    instance.thaw();
  }

  private void stopKafka(Duration time) {
    stage.stopKafka();
    people.hearAnew();
    long before = people.accepted();
    pause(time);
    long accepted = people.accepted() - before;
    start("Kafka", stage::startKafka);
    withoutKafka.add(new WithoutKafka(accepted, people.delivery()));
  }

  private void fillDisk(Duration time) {
    if (!stage.disk().isSmall()) {
      say.accept("  skipped: a disk of our own takes root and mount");
      return;
    }
    stage.disk().fill();
    pause(time);
    stage.disk().empty();
    if (!stage.postgresIsUp()) {
      start("PostgreSQL", stage::startPostgres);
    }
  }

  private Instance instance(int number) {
    return stage.messaging().get(number);
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
