package no.samsnakk.audit.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.LedgerVerifier;
import no.samsnakk.audit.ledger.Raw;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.audit.ledger.Verdict;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R6: the services are upgraded before audit is, and nothing that they tell passes by. */
@QuarkusTest
@WithTestResource(World.class)
class TomorrowTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final Story story = new Story();
  private final UUID entryId = Ids.next();

  @Inject LedgerVerifier verifier;
  @Inject Ledger ledger;
  @Inject KeptUnread kept;
  @Inject Pool pool;

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R6_an_event_of_an_unknown_type_is_kept_as_it_was_told() throws Exception {
    var tomorrows = today().put("type", "no.samsnakk.audit.dreamt.v1").toString();

    story.send(Topics.AUDIT, tomorrows, null);

    isKeptOnce(tomorrows);
  }

  @Test
  void R6_an_entry_with_an_unknown_action_is_kept_as_it_was_told() throws Exception {
    var event = today();
    ((ObjectNode) event.path("data")).put("action", "DREAMT");

    story.send(Topics.AUDIT, event.toString(), null);

    isKeptOnce(event.toString());
  }

  @Test
  void R6_an_entry_that_says_more_than_is_known_is_in_the_log_with_all_of_it() throws Exception {
    var event = today();
    ((ObjectNode) event.path("data")).put("dream", "of a lake");

    story.send(Topics.AUDIT, event.toString(), null);

    Log.holds(entryId);
    assertThat(Log.texts("select convert_from(raw, 'UTF8') from audit.entry where " + isOurs()))
        .containsExactly(event.toString());
    isWhole();
  }

  @Test
  void R12_what_is_kept_is_kept_once() throws Exception {
    var tomorrows = today().put("type", "no.samsnakk.audit.dreamt.v2").toString();

    story.send(Topics.AUDIT, tomorrows, null);
    story.send(Topics.AUDIT, tomorrows, null);
    Log.holds(story.acts(story.patient("Are Nordmann"), AuditAction.SIGNED_IN, null));

    isKeptOnce(tomorrows);
  }

  @Test
  void R6_what_is_kept_is_in_the_log_as_what_it_is_once_it_can_be_read() throws Exception {
    var value = today().toString();
    keep("rooms", value);

    kept.readAgain().await().indefinitely();

    Log.holds(entryId);
    assertThat(Log.texts("select action from audit.entry where " + isOurs()))
        .containsExactly("SIGNED_IN");
    assertThat(Log.count("audit.unread join audit.entry using (seq) where raw = " + bytes(value)))
        .isZero();
    isKeptOnce(value);
  }

  @Test
  void R6_whoever_has_told_it_may_tell_no_more_later() throws Exception {
    keep("notifications", today().toString());

    kept.readAgain().await().indefinitely();

    assertThat(Log.count("audit.entry where " + isOurs())).isZero();
  }

  /** As an earlier version has done, that could not read it. */
  private void keep(String teller, String value) {
    var unread = Told.unread(teller, new Raw(Topics.AUDIT, value), AT);
    pool.withTransaction(transaction -> ledger.take(transaction, List.of(unread)))
        .await()
        .indefinitely();
  }

  private ObjectNode today() throws Exception {
    var entry = AuditRecorded.success(entryId, AT, AuditAction.SIGNED_IN, Ids.next(), null);
    return (ObjectNode) Json.MAPPER.readTree(story.eventOf("rooms", entry));
  }

  private String isOurs() {
    return "entry_id = '" + entryId + "'";
  }

  private static String bytes(String value) {
    return "convert_to('" + value + "', 'UTF8')";
  }

  private void isKeptOnce(String value) {
    var row =
        "audit.entry where action = 'NOT_YET_KNOWN' and topic = 'samsnakk.audit.v1' and raw = "
            + bytes(value);
    await().until(() -> Log.count(row) == 1);
    isWhole();
  }

  private void isWhole() {
    assertThat(verifier.verify().await().indefinitely()).isInstanceOf(Verdict.Whole.class);
  }
}
