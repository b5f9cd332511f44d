package no.samsnakk.audit.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.LedgerVerifier;
import no.samsnakk.audit.ledger.Tampering;
import no.samsnakk.audit.ledger.Verdict;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R7 while it runs: whoever runs Samsnakk asks whether the log is whole, and the night asks too.
 */
@QuarkusTest
@WithTestResource(World.class)
class VerificationTest {
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

  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

  private Head head;

  @BeforeEach
  void five_entries_and_a_copy_of_the_log() {
    Log.asSuperuser("delete from audit.verification");
    head = append(5);
    Log.asSuperuser("create table public.entry_kept as select * from audit.entry");
  }

  @AfterEach
  void put_it_back() {
    Log.asSuperuser(
        "delete from audit.entry; insert into audit.entry select * from public.entry_kept;"
            + " drop table public.entry_kept; delete from audit.verification");
  }

  @Test
  void R7_the_operator_hears_that_it_is_whole_how_many_and_the_head() {
    assertThat(lastLine(operatorAsks())).matches("WHOLE: (\\d+) entries, head \\1:[0-9a-f]{64}");
  }

  @Test
  void R6_that_he_asked_is_in_the_log() {
    operatorAsks();

    assertThat(
            Log.texts(
                "select agent_id::text from audit.entry where action = 'LOG_VERIFIED' and seq > "
                    + head.seq()))
        .containsExactly(AuditRecorded.OPERATOR.toString());
  }

  @ParameterizedTest
  @EnumSource(Tampering.class)
  void R7_the_operator_hears_what_is_broken_and_where(Tampering tampering) {
    long victim = head.seq() - 2;
    tampering.to(victim);

    var found = tampering.found(victim);
    assertThat(lastLine(operatorAsks()))
        .isEqualTo(
            "BROKEN at entry %d: %s. The %d before it are whole"
                .formatted(found.seq(), found.fault().words(), found.seq() - 1));
  }

  @Test
  void R7_a_head_that_he_has_kept_is_on_the_chain() {
    assertThat(lastLine(operatorAsks("?head=" + head))).startsWith("WHOLE");
  }

  @Test
  void R7_a_head_that_he_has_kept_finds_what_was_cut_off() {
    Log.asSuperuser("delete from audit.entry where seq > " + (head.seq() - 2));

    assertThat(lastLine(operatorAsks("?head=" + head))).contains(Fault.KEPT_HEAD_MISSING.words());
  }

  @Test
  void R7_an_older_head_that_he_has_kept_makes_no_cut_log_whole() {
    append(3);
    assertThat(lastLine(operatorAsks())).startsWith("WHOLE");
    Log.asSuperuser("delete from audit.entry where seq > " + head.seq());

    assertThat(lastLine(operatorAsks("?head=" + head))).contains(Fault.KEPT_HEAD_MISSING.words());
    assertThat(lastLine(operatorAsks())).contains(Fault.KEPT_HEAD_MISSING.words());
  }

  @Test
  void nobody_without_the_operators_key_is_let_in() {
    given().port(port).post("/operator/log/verification").then().statusCode(401);
    given()
        .port(port)
        .header("Authorization", "Bearer " + World.OPERATOR_KEY + "x")
        .post("/operator/log/verification")
        .then()
        .statusCode(401);
  }

  @Test
  void R6_what_is_no_head_is_refused_and_that_is_told() {
    operatorAsks("?head=12:abc").then().statusCode(400);

    assertThat(
            Log.count(
                "audit.refusal where code = 'head-invalid' and agent_id = '%s'"
                    .formatted(AuditRecorded.OPERATOR)))
        .isEqualTo(1);
  }

  @Test
  void R7_a_log_of_several_pages_is_read_to_its_end() {
    var long_ = append(2_500);

    // Refusals of other tests may come in behind it meanwhile.
    assertThat(verifier.verify(long_).await().indefinitely()).isInstanceOf(Verdict.Whole.class);
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
    var now = new AtomicReference<>(EVENING);
    var night = new Nightly(vertx, verification(EVENING), kept, metrics, new Config(), moved(now));

    now.set(EVENING.plus(Duration.ofHours(37)));
    night.watch().await().indefinitely();

    assertThat(gauge("samsnakk.audit.log.verification.overdue")).isEqualTo(1);
    verification(now.get()).run(Optional.empty(), read -> {}).await().indefinitely();
    night.watch().await().indefinitely();
    assertThat(gauge("samsnakk.audit.log.verification.overdue")).isZero();
  }

  @Test
  void once_a_night_whichever_instance_comes_first() {
    assertThat(nightly(EVENING)).isPresent();
    assertThat(nightly(EVENING.plusSeconds(60))).isEmpty();

    assertThat(nightly(NEXT_MORNING)).isPresent();
    assertThat(nightly(NEXT_MORNING.plusSeconds(60))).isEmpty();
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
  void R7_no_other_service_keeps_the_log_from_being_verified() throws SQLException {
    try (var other = Log.otherService();
        var jdbc = other.createStatement()) {
      jdbc.execute("select pg_advisory_lock(hashtextextended('samsnakk-audit-verification', 0))");

      assertThat(nightly(EVENING)).isPresent();
    }
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

  private static Clock moved(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
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

  private Response operatorAsks() {
    return operatorAsks("");
  }

  private Response operatorAsks(String query) {
    return given()
        .port(port)
        .header("Authorization", "Bearer " + World.OPERATOR_KEY)
        .post("/operator/log/verification" + query);
  }

  private static String lastLine(Response answer) {
    answer.then().statusCode(200);
    return answer.asString().lines().reduce((before, line) -> line).orElseThrow();
  }

  private Head append(int entries) {
    var all = Stream.generate(VerificationTest::entry).limit(entries).toList();
    return pool.withTransaction(tx -> ledger.append(tx, all)).await().indefinitely();
  }

  private static AuditRecorded entry() {
    return AuditRecorded.success(
            Ids.next(), EVENING, AuditAction.SEAT_APPROVED, Ids.next(), Ids.next())
        .about(null, Ids.next());
  }
}
