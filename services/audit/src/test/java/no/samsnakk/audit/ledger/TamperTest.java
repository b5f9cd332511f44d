package no.samsnakk.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R7: whoever has all the rights there are changes the log, and is found out. */
@QuarkusTest
@WithTestResource(World.class)
class TamperTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Inject Ledger ledger;
  @Inject LedgerVerifier verifier;
  @Inject Pool pool;

  private Head head = Head.ofEmptyLog();

  @BeforeEach
  void five_entries_and_a_copy_of_the_log() {
    head = append(Stream.generate(TamperTest::entry).limit(5).toList());
    Log.keep();
  }

  @AfterEach
  void put_it_back() {
    Log.putBack();
    // The service may have appended something behind it meanwhile.
    assertThat(verifier.verify(head).await().indefinitely()).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void who_did_it_is_changed() {
    isFound(Tampering.WHO_DID_IT_IS_CHANGED);
  }

  @Test
  void a_count_is_made_smaller() {
    var first = AuditRecorded.firstRefused(Ids.next(), AT, Ids.next(), Ids.next(), "room-unknown");
    var counted = AuditRecorded.counted(Ids.next(), first, AT, 300);
    head = append(List.of(first, counted));
    Log.asSuperuser(
        "insert into public.entry_kept select * from audit.entry where seq > " + (head.seq() - 2));

    Log.asSuperuser("update audit.entry set count = 2 where seq = " + head.seq());

    assertThat(verify()).isEqualTo(new Broken(head.seq(), Fault.CONTENT_CHANGED));
  }

  @Test
  void a_count_is_given_to_an_entry_that_had_none() {
    isFound(Tampering.A_COUNT_IS_ADDED);
  }

  @Test
  void a_time_is_without_end() {
    isFound(Tampering.THE_TIME_IS_NONE);
  }

  @Test
  void an_action_is_none_that_we_know() {
    isFound(Tampering.THE_ACTION_IS_NONE);
  }

  @Test
  void an_entry_is_written_anew_with_a_hash_that_fits() {
    isFound(Tampering.WRITTEN_ANEW_WITH_A_HASH_THAT_FITS);
  }

  @Test
  void an_entry_is_removed() {
    isFound(Tampering.REMOVED);
  }

  @Test
  void two_entries_change_places() {
    isFound(Tampering.TWO_CHANGE_PLACES);
  }

  @Test
  void an_entry_is_removed_and_the_others_move_up() {
    isFound(Tampering.REMOVED_AND_THE_OTHERS_MOVE_UP);
  }

  @Test
  void what_a_repeat_is_known_by_is_taken_away() {
    isFound(Tampering.A_REPEAT_IS_NOT_KNOWN);
  }

  /** Only an entry with the other's content keeps the other out (R6). */
  @Test
  void what_a_repeat_is_known_by_is_of_another_entry() {
    isFound(Tampering.ANOTHER_IS_TAKEN_FOR_A_REPEAT);
  }

  @Test
  void the_newest_are_cut_off_and_somebody_has_kept_a_head() {
    Log.asSuperuser("delete from audit.entry where seq > " + (head.seq() - 2));

    assertThat(verify()).isInstanceOf(Verdict.Whole.class);
    assertThat(verifier.verify(head).await().indefinitely())
        .isEqualTo(new Broken(head.seq() - 1, Fault.KEPT_HEAD_MISSING));
  }

  private void isFound(Tampering tampering) {
    long victim = head.seq() - 2;

    tampering.to(victim);

    assertThat(verify()).isEqualTo(tampering.found(victim));
  }

  private Head append(List<AuditRecorded> entries) {
    return pool.withTransaction(tx -> ledger.append(tx, entries)).await().indefinitely();
  }

  private Verdict verify() {
    return verifier.verify().await().indefinitely();
  }

  private static AuditRecorded entry() {
    var concerned = List.of(Ids.next(), Ids.next());
    return AuditRecorded.success(
            Ids.next(), AT, AuditAction.SEAT_APPROVED, concerned.getFirst(), Ids.next())
        .about(null, concerned.getLast());
  }
}
