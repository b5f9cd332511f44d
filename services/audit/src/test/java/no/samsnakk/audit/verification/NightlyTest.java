package no.samsnakk.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.LedgerVerifier;
import no.samsnakk.audit.ledger.Tampering;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.ledger.Verdict.Whole;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.time.MovedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R7 while nobody asks: the night verifies the log, once, whichever instance comes first. */
@QuarkusTest
@WithTestResource(World.class)
class NightlyTest {
  private static final Instant EVENING = Instant.parse("2026-11-26T20:00:00Z");
  private static final Instant NEXT_MORNING = Instant.parse("2026-11-27T06:00:00Z");
  private static final Instant THE_MORNING_AFTER = Instant.parse("2026-11-28T06:00:00Z");

  /** The turn, if nobody has it. */
  private static final String FREE =
      "(select from audit.turn where name = 'verification' for update skip locked) free";

  @Inject Ledger ledger;
  @Inject LedgerVerifier verifier;
  @Inject Verifications kept;
  @Inject VerificationMetrics metrics;
  @Inject MeterRegistry meters;
  @Inject Pool pool;
  @Inject Vertx vertx;

  @ConfigProperty(name = "samsnakk.database")
  String database;

  @ConfigProperty(name = "samsnakk.db.audit.password")
  String password;

  private Head head;

  @BeforeEach
  void five_entries_and_a_copy_of_the_log() {
    Log.asSuperuser("delete from audit.verification");
    head = SomeEntries.append(5, pool, ledger);
    Log.keep();
  }

  @AfterEach
  void put_it_back() {
    Log.putBack();
  }

  @ParameterizedTest
  @EnumSource(Tampering.class)
  void R7_the_night_finds_what_is_broken_and_says_so(Tampering tampering) {
    long victim = head.seq() - 2;
    tampering.to(victim);

    assertThat(nightly(EVENING)).map(Verified::verdict).contains(tampering.found(victim));
    assertThat(gauge("samsnakk.audit.log.broken")).isEqualTo(1);
  }

  @Test
  void R7_the_night_finds_what_was_cut_off_since_the_last_one() {
    assertThat(nightly(EVENING)).map(Verified::broken).contains(false);
    Log.asSuperuser("delete from audit.entry where seq > " + (head.seq() - 2));

    assertThat(nightly(NEXT_MORNING))
        .map(Verified::verdict)
        .contains(new Broken(head.seq() - 1, Fault.KEPT_HEAD_MISSING));
  }

  @Test
  void it_is_measured() {
    nightly(EVENING);

    assertThat(gauge("samsnakk.audit.log.broken")).isZero();
    assertThat(gauge("samsnakk.audit.log.verified.entries")).isGreaterThanOrEqualTo(head.seq());
    assertThat(gauge("samsnakk.audit.log.verified.at")).isEqualTo(EVENING.getEpochSecond());
  }

  @Test
  void R7_that_it_was_not_verified_for_a_day_and_a_half_is_shown() {
    nightly(EVENING);
    var clock = MovedClock.standingAt(EVENING);
    var night = new Nightly(vertx, verification(EVENING), kept, metrics, new Config(), clock);

    clock.pass(Duration.ofHours(37));
    night.watch().await().indefinitely();

    assertThat(gauge("samsnakk.audit.log.verification.overdue")).isEqualTo(1);
    verification(clock.instant()).run(Optional.empty(), read -> {}).await().indefinitely();
    night.watch().await().indefinitely();
    assertThat(gauge("samsnakk.audit.log.verification.overdue")).isZero();
  }

  @Test
  void R7_one_that_is_said_to_have_been_in_a_time_to_come_keeps_no_other_away() {
    nightly(EVENING);
    Log.asSuperuser(
        "insert into audit.verification (began_at, head_seq, head_hash)"
            + " select '2099-01-01', head_seq, head_hash from audit.verification");

    assertThat(nightly(NEXT_MORNING)).isPresent();
    var clock = MovedClock.standingAt(NEXT_MORNING);
    var night = new Nightly(vertx, verification(NEXT_MORNING), kept, metrics, new Config(), clock);
    clock.pass(Duration.ofHours(37));
    night.watch().await().indefinitely();
    assertThat(gauge("samsnakk.audit.log.verification.overdue")).isEqualTo(1);
  }

  @Test
  void R7_what_no_verification_can_have_written_keeps_none_away() {
    nightly(EVENING);
    Log.asSuperuser(
        """
        insert into audit.verification (began_at, head_seq, head_hash, broken_at, fault) values
          ('2026-11-27 05:00', null, '\\x00', null, null),
          ('2026-11-27 05:01', null, sha256('x'), null, null),
          ('2026-11-27 05:02', 9223372036854775807, '\\x00', null, null),
          ('2026-11-27 05:03', null, null, 1, null),
          ('2026-11-27 05:04', null, null, 1, 'NOTHING'),
          ('2099-01-01', 9223372036854775807, sha256('x'), null, null),
          ('infinity', 9223372036854775807, sha256('x'), null, null),
          ('-infinity', 9223372036854775807, sha256('x'), null, null)""");

    assertThat(nightly(NEXT_MORNING)).map(Verified::broken).contains(false);
  }

  @Test
  void once_a_night_whichever_instance_comes_first() {
    assertThat(nightly(EVENING)).isPresent();
    assertThat(nightly(EVENING.plusSeconds(60))).isEmpty();

    assertThat(nightly(NEXT_MORNING)).isPresent();
    assertThat(nightly(NEXT_MORNING.plusSeconds(60))).isEmpty();
  }

  @Test
  void a_log_in_which_nothing_stands_yet_is_verified_once_a_night_too() {
    kept.keep(new Verified(EVENING, new Whole(new Head(0, new byte[32])))).await().indefinitely();

    assertThat(nightly(EVENING.plusSeconds(60))).isEmpty();
    assertThat(nightly(NEXT_MORNING)).map(Verified::broken).contains(false);
  }

  @Test
  void a_night_in_which_nothing_ran_is_made_up_for_once() {
    nightly(EVENING);

    assertThat(nightly(THE_MORNING_AFTER)).isPresent();
    assertThat(nightly(THE_MORNING_AFTER.plusSeconds(60))).isEmpty();
  }

  @Test
  void of_two_instances_at_once_one_reads() {
    var both =
        Uni.join()
            .all(instance(EVENING).look(), instance(EVENING).look())
            .andFailFast()
            .await()
            .indefinitely();

    assertThat(both.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void R7_however_long_it_takes_nobody_else_begins_meanwhile() {
    var free = new AtomicLong();
    var impatient = impatientPool();

    var found =
        new Verification(impatient, verifier, kept, metrics, Clock.fixed(EVENING, ZoneOffset.UTC))
            .runIf(() -> afterThreeSeconds(() -> free.set(Log.count(FREE))))
            .eventually(impatient::close)
            .await()
            .indefinitely();

    assertThat(found).isPresent();
    assertThat(free).hasValue(0);
  }

  /** An advisory lock belongs to the whole database: whoever connects could hold it instead. */
  @Test
  void R7_no_other_service_keeps_the_log_from_being_verified() {
    var held = new AtomicLong(-1);

    verification(EVENING)
        .runIf(() -> afterwards(() -> held.set(Log.advisoryLocks())))
        .await()
        .indefinitely();

    assertThat(held).hasValue(0);
  }

  @Test
  void what_goes_wrong_leaves_the_log_to_the_next_one() {
    var wrong =
        verification(EVENING)
            .runIf(
                () -> {
                  throw new IllegalStateException("tull");
                });

    assertThatThrownBy(() -> wrong.await().indefinitely()).hasMessage("tull");
    assertThat(Log.count(FREE)).isEqualTo(1);
  }

  @Test
  void no_connection_goes_back_to_the_others_with_the_turn() {
    nightly(EVENING);

    assertThat(Log.count(FREE)).isEqualTo(1);
  }

  private Optional<Verified> nightly(Instant now) {
    return instance(now).look().await().indefinitely();
  }

  private Nightly instance(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Nightly(vertx, verification(now), kept, metrics, new Config(), clock);
  }

  private Verification verification(Instant now) {
    return new Verification(pool, verifier, kept, metrics, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** PostgreSQL ends its connections where they do nothing in a transaction for a second. */
  private Pool impatientPool() {
    var options =
        PgConnectOptions.fromUri("postgresql://" + database)
            .setUser("samsnakk_audit")
            .setPassword(password)
            .addProperty("search_path", "audit")
            .addProperty("idle_in_transaction_session_timeout", "1s");
    return Pool.newInstance(PgBuilder.pool().connectingTo(options).using(vertx).build());
  }

  private static Uni<Boolean> afterThreeSeconds(Runnable look) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(Duration.ofSeconds(3))
        .chain(() -> afterwards(look));
  }

  /** That it is still to be done is known once somebody has looked. */
  private static Uni<Boolean> afterwards(Runnable look) {
    return Uni.createFrom().item(true).emitOn(Infrastructure.getDefaultWorkerPool()).invoke(look);
  }

  private record Config() implements VerificationConfig {
    @Override
    public LocalTime at() {
      return LocalTime.of(2, 30);
    }

    @Override
    public Duration look() {
      return Duration.ofMinutes(1);
    }
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
