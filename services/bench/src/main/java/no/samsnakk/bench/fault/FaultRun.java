package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import no.samsnakk.bench.history.Checker;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.history.Freshness;
import no.samsnakk.bench.history.Interval;
import no.samsnakk.bench.history.Kept;
import no.samsnakk.bench.history.Marks;
import no.samsnakk.bench.history.Reading;
import no.samsnakk.bench.history.Traces;
import no.samsnakk.bench.people.People;
import no.samsnakk.bench.stage.Archive;
import no.samsnakk.bench.stage.Breakable;
import no.samsnakk.bench.stage.Instance;
import no.samsnakk.bench.stage.Room;

/** One run: everything up, people come, things break, all is mended, and the reckoning. */
final class FaultRun {
  private static final int ROOMS = 8;
  private static final int MESSAGES_A_SECOND = 25;
  private static final Duration SETTLES = Duration.ofSeconds(60);

  /** An instance counts as dead after half a minute, and others look four times a minute. */
  private static final Duration VIEWS_END_WITHIN = Duration.ofSeconds(60);

  private static final Duration LOG_CATCHES_UP = Duration.ofSeconds(60);

  private final FaultOptions options;
  private final Consumer<String> say;

  /**
   * @param say told what happens, for whoever waits
   */
  FaultRun(FaultOptions options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  Verdict verdict() {
    say.accept("starting PostgreSQL, Kafka, two of messaging, and audit");
    try (var stage = Breakable.open()) {
      var plan = options.plan(stage.messaging().size());
      say.accept("the plan for seed %d:%n%s".formatted(plan.seed(), plan.text()));
      var rooms = stage.rooms(ROOMS);
      var doors = stage.messaging().stream().map(Instance::door).toList();
      var random = new SplittableRandom(options.seed() + 1);
      try (var people = new People(rooms, doors, random)) {
        return judge(stage, rooms, people, plan);
      }
    }
  }

  private Verdict judge(Breakable stage, List<Room> rooms, People people, Plan plan) {
    people.come();
    people.settle(SETTLES);
    say.accept("everyone is there and begins to write");
    people.takeUpPens(MESSAGES_A_SECOND);
    var random = new SplittableRandom(options.seed() + 2);
    var changes = new AccessChanges(rooms, stage.access(), people, random);
    var changing = CompletableFuture.runAsync(changes::run, Thread::startVirtualThread);
    var breaker = new Breaker(stage, people, say);
    try {
      breaker.carryOut(plan);
    } finally {
      changes.stop();
    }
    changing.join();
    return reckon(stage, rooms, people, breaker, changes);
  }

  private Verdict reckon(
      Breakable stage, List<Room> rooms, People people, Breaker breaker, AccessChanges changes) {
    say.accept("all is mended; waiting for everyone to have everything");
    long mended = System.nanoTime();
    people.putDownPens();
    long unsettled = people.settle(SETTLES);
    var readings = people.readings();
    people.leave();
    say.accept("comparing what people noted with what is kept and logged");
    var kept = stage.archive().kept(rooms);
    var logged = whole(stage.archive(), kept.size(), mended);
    var findings = findings(stage.archive(), kept, people, readings);
    return new Verdict(
        findings,
        people.accepted(),
        kept.size(),
        logged.messages(),
        unloggedViews(stage.archive()),
        logged.after(),
        changes.count(),
        unsettled,
        people.back(),
        breaker.withoutKafka(),
        stage.messaging().stream().mapToInt(it -> it.database().answersLost()).sum(),
        people.heard());
  }

  private static List<Finding> findings(
      Archive archive, List<Kept> kept, People people, List<Reading> readings) {
    var notes = people.notes();
    var findings = new ArrayList<>(Checker.check(notes, kept));
    findings.addAll(Freshness.check(readings));
    var views = archive.views();
    findings.addAll(Traces.check(notes, views, people.byViewer()));
    findings.addAll(Marks.check(people.toldRead(), archive.read(), views));
    findings.addAll(Marks.check(people.toldReceived(), archive.received(), views));
    neverEnded(archive).forEach(view -> findings.add(neverEnded(view)));
    return findings;
  }

  /** Everybody has gone: their views end within moments, those of a dead instance after a while. */
  private static List<Interval> neverEnded(Archive archive) {
    long start = System.nanoTime();
    while (!archive.openViews().isEmpty() && since(start).compareTo(VIEWS_END_WITHIN) < 0) {
      Breaker.pause(Duration.ofMillis(250));
    }
    return archive.openViews();
  }

  private static Finding neverEnded(Interval view) {
    return new Finding(
        Finding.Kind.NEVER_ENDED,
        "a view of room %s by person %s".formatted(view.roomId(), view.personId()));
  }

  /** Waits for the log: first for the messages, then for the views; timed from the last mending. */
  private static Archive.Logged whole(Archive archive, long messages, long mended) {
    var logged = archive.logged(messages, LOG_CATCHES_UP);
    unloggedViews(archive);
    return new Archive.Logged(logged.messages(), since(mended));
  }

  /**
   * Views without their entries in the log, once the log has had its time: the views of a dead
   * instance end last, and their entries are on their way as they do.
   */
  private static long unloggedViews(Archive archive) {
    long start = System.nanoTime();
    while (archive.unloggedViews() > 0 && since(start).compareTo(LOG_CATCHES_UP) < 0) {
      Breaker.pause(Duration.ofMillis(250));
    }
    return archive.unloggedViews();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
