package no.samsnakk.audit.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.LedgerVerifier;
import no.samsnakk.audit.ledger.Tampering;
import no.samsnakk.audit.ledger.Verdict;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditRecorded;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R7 while it runs: whoever runs Samsnakk asks whether the log is whole. */
@QuarkusTest
@WithTestResource(World.class)
class VerificationTest {
  @Inject Ledger ledger;
  @Inject LedgerVerifier verifier;
  @Inject Pool pool;

  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

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
    SomeEntries.append(3, pool, ledger);
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
    var long_ = SomeEntries.append(2_500, pool, ledger);

    // Refusals of other tests may come in behind it meanwhile.
    assertThat(verifier.verify(long_).await().indefinitely()).isInstanceOf(Verdict.Whole.class);
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
}
