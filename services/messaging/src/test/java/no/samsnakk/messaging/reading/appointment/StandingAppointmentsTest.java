package no.samsnakk.messaging.reading.appointment;

import static no.samsnakk.contracts.entry.AppointmentPayload.Status.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.standing.Said;
import org.junit.jupiter.api.Test;

/** Which of the appointments that stand are answered, and whether these are all. */
class StandingAppointmentsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Slot SLOT =
      new Slot(LocalDateTime.parse("2026-12-01T10:00"), LocalDateTime.parse("2026-12-01T11:00"));

  private final UUID vera = UUID.randomUUID();
  private final UUID kari = UUID.randomUUID();
  private final UUID are = UUID.randomUUID();
  private final UUID room = UUID.randomUUID();

  private Appointment at(long seq, UUID proposer, UUID other) {
    var envelope =
        new Envelope(
            room,
            seq,
            room,
            room,
            proposer,
            null,
            EntryClass.VISIBLE,
            AppointmentPayload.KIND,
            1,
            NOW.plusSeconds(seq),
            1);
    var says =
        new AppointmentPayload(
            null,
            PROPOSED,
            "Samtale",
            List.of(SLOT),
            null,
            null,
            null,
            List.of(proposer, other),
            proposer,
            null);
    var may = new Right(null, true, true, null);
    var access = new Access(1, Map.of(proposer, may, other, may));
    return new Appointment(new Said<>(envelope, says, access), Set.of(), NOW);
  }

  @Test
  void of_more_than_are_answered_hers_are_there() {
    var ofOthers = LongStream.range(0, 1_000).mapToObj(seq -> at(seq, kari, are));
    var all = Stream.concat(ofOthers, Stream.of(at(5_000, kari, vera))).toList();

    var answer = StandingAppointments.of(all, vera, true);

    assertThat(answer.whole()).isFalse();
    assertThat(answer.items()).hasSize(1_000);
    assertThat(answer.items()).extracting(StandingAppointment::seq).isSorted().endsWith(5_000L);
  }

  @Test
  void these_are_not_all_where_others_were_not_looked_at_or_do_not_open() {
    assertThat(StandingAppointments.of(List.of(at(1, kari, vera)), vera, true).whole()).isTrue();
    assertThat(StandingAppointments.of(List.of(at(1, kari, vera)), vera, false).whole()).isFalse();
  }
}
