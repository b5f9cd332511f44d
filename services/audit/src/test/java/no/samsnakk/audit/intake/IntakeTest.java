package no.samsnakk.audit.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.Story;
import no.samsnakk.audit.story.World;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class IntakeTest {
  private final Story story = new Story();
  @Inject Spans spans;
  @Inject MeterRegistry metrics;

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R6_what_a_service_tells_is_in_the_log() {
    var are = story.patient("Are Nordmann");

    var entry = story.acts(are, AuditAction.SIGNED_IN, null);

    Log.holds(entry);
  }

  @Test
  void R6_a_message_is_an_entry_with_the_messages_id_and_number() {
    var are = story.patient("Are Nordmann");
    var message = story.writes(are, Ids.next(), 42);

    story.tell(message);

    Log.holds(message.envelope().entryId());
    assertThat(
            Log.texts(
                "select action || ' ' || from_seq || '-' || to_seq from audit.entry where entry_id = '"
                    + message.envelope().entryId()
                    + "'"))
        .containsExactly("MESSAGE_SENT 42-42");
  }

  @Test
  void R6_a_short_answer_is_called_one() {
    var vera = story.patient("Vera Veileder");
    var answer = story.acknowledges(vera, Ids.next(), 43);

    story.tell(answer);

    Log.holds(answer.envelope().entryId());
    assertThat(
            Log.texts(
                "select action || ' ' || from_seq || '-' || to_seq from audit.entry where entry_id = '"
                    + answer.envelope().entryId()
                    + "'"))
        .containsExactly("MESSAGE_ACKNOWLEDGED 43-43");
  }

  @Test
  void R6_a_question_is_called_one_whatever_becomes_of_it() {
    var vera = story.patient("Vera Veileder");
    var question = story.asks(vera, Ids.next(), 44);

    story.tell(question);

    Log.holds(question.envelope().entryId());
    assertThat(
            Log.texts(
                "select action || ' ' || from_seq || '-' || to_seq from audit.entry where entry_id = '"
                    + question.envelope().entryId()
                    + "'"))
        .containsExactly("QUESTION_CHANGED 44-44");
  }

  @ParameterizedTest
  @CsvSource({
    "APPOINTMENT, APPOINTMENT_CHANGED",
    "APPOINTMENT_RESPONSE, APPOINTMENT_ANSWERED",
    "AGREEMENT, AGREEMENT_CHANGED",
    "AGREEMENT_RESPONSE, AGREEMENT_ANSWERED",
    "EDIT, MESSAGE_EDITED",
    "RETRACTION, MESSAGE_RETRACTED"
  })
  void R6_what_is_said_of_an_appointment_an_agreement_or_a_message_is_called_so(
      String kind, String action) {
    var vera = story.patient("Vera Veileder");
    var said = story.says(vera, Ids.next(), 45, kind);

    story.tell(said);

    Log.holds(said.envelope().entryId());
    assertThat(
            Log.texts(
                "select action || ' ' || from_seq || '-' || to_seq from audit.entry where entry_id = '"
                    + said.envelope().entryId()
                    + "'"))
        .containsExactly(action + " 45-45");
  }

  @Test
  void R12_everything_may_be_seen_twice() {
    var are = story.patient("Are Nordmann");
    var message = story.writes(are, Ids.next(), 1);
    story.tell(message);
    story.tell(message);
    var last = story.acts(are, AuditAction.SIGNED_OUT, null);

    Log.holds(message.envelope().entryId(), last);

    assertThat(Log.count("audit.entry where entry_id = '" + message.envelope().entryId() + "'"))
        .isOne();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "\"text\"",
        "{}",
        "{\"type\":\"no.samsnakk.audit.recorded.v1\"}",
        "{\"type\":\"no.samsnakk.audit.recorded.v1\",\"data\":{\"reason\":\"half\"}}",
        "{\"type\":\"no.samsnakk.audit.recorded.v1\",\"data\":{\"action\":\"DANCED\"}}",
        "{\"type\":\"no.samsnakk.rooms.person-changed.v1\",\"data\":{\"name\":\"Are\"}}"
      })
  void a_record_that_cannot_be_read_is_set_aside_and_what_comes_after_it_is_not(String value) {
    var poison = story.send(Topics.AUDIT, value, null);

    var next = story.acts(story.patient("Are Nordmann"), AuditAction.SIGNED_IN, null);

    Log.holds(next);
    assertThat(Log.count(setAside(poison.offset()))).isOne();
  }

  @Test
  void R9_what_is_set_aside_is_where_it_lies_and_not_what_it_said() {
    var poison = story.send(Topics.AUDIT, "{\"name\": \"Are Nordmann\"", null);

    await().until(() -> Log.count(setAside(poison.offset())) == 1);

    assertThat(Log.texts("select t::text from audit.set_aside t"))
        .noneMatch(row -> row.contains("Nordmann"));
  }

  @Test
  void text_that_postgresql_cannot_hold_stops_nobody_else() {
    var are = story.patient("Are Nordmann");
    var at = Instant.parse("2026-11-22T10:00:00Z");
    var poison =
        story.tell(AuditRecorded.refused(Ids.next(), at, are.personId(), null, "a\0b"), null);

    var next = story.acts(are, AuditAction.SIGNED_IN, null);

    Log.holds(next);
    assertThat(Log.count(setAside(poison.offset()))).isOne();
  }

  @Test
  void R6_what_the_log_does_not_take_keeps_nothing_else_out() {
    var are = story.patient("Are Nordmann");
    var at = Instant.parse("2026-11-22T10:00:00Z");
    var refused = AuditRecorded.firstRefused(Ids.next(), at, are.personId(), null, "not-allowed");
    var poison = story.tell(AuditRecorded.counted(Ids.next(), refused, at, 0), null);

    var next = story.acts(are, AuditAction.SIGNED_IN, null);

    Log.holds(next);
    assertThat(Log.count(setAside(poison.offset()))).isOne();
  }

  @Test
  void tomorrows_events_pass_by() {
    var event = story.send(Topics.AUDIT, "{\"type\":\"no.samsnakk.audit.dreamt.v1\"}", null);

    var next = story.acts(story.patient("Are Nordmann"), AuditAction.SIGNED_IN, null);

    Log.holds(next);
    assertThat(Log.count(setAside(event.offset()))).isZero();
  }

  @Test
  void nothing_is_lost_while_the_log_cannot_be_written_and_operators_see_since_when() {
    Log.asSuperuser("revoke insert on audit.entry from samsnakk_audit");
    var entry = story.acts(story.patient("Are Nordmann"), AuditAction.SIGNED_IN, null);
    await().until(() -> failingSeconds() > 0);
    assertThat(Log.count("audit.entry where entry_id = '" + entry + "'")).isZero();

    Log.asSuperuser("grant insert on audit.entry to samsnakk_audit");

    Log.holds(entry);
    await().until(() -> failingSeconds() == 0);
  }

  private double failingSeconds() {
    return metrics.get("samsnakk.audit.intake.failing.seconds").gauge().value();
  }

  @Test
  void one_trace_goes_through_from_the_one_who_told() {
    var are = story.patient("Are Nordmann");
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var message = story.writes(are, Ids.next(), 1);

    story.tell(message, "00-" + trace + "-00f067aa0ba902b7-01");

    Log.holds(message.envelope().entryId());
    await().until(() -> spans.traces().contains(trace));
  }

  private static String setAside(long offset) {
    return "audit.set_aside where topic = '%s' and partition = 0 and \"offset\" = %d"
        .formatted(Topics.AUDIT, offset);
  }
}
