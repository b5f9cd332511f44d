package no.samsnakk.messaging.reading.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import no.samsnakk.messaging.reading.entry.AmendingKind.Row;
import org.junit.jupiter.api.Test;

/** Until when a text is changed, how often, and who had read it. */
class CorrectingKindTest {
  private static final UUID ARE = new UUID(0, 1);
  private static final UUID KARI = new UUID(0, 2);
  private static final UUID SARA = new UUID(0, 3);
  private static final Instant SENT = Instant.parse("2026-11-10T09:00:00Z");
  private static final Access ROOM =
      new Access(
          1,
          Map.of(
              ARE, new Right(null, true, true, null),
              KARI, new Right(new UUID(1, 2), true, true, null),
              SARA, new Right(new UUID(1, 3), true, true, null)));

  private final EditKind edit = new EditKind();
  private final RetractionKind retraction = new RetractionKind();

  private static <P> Before<P> before(Duration after, long times, Set<UUID> readBy) {
    var row = new Row(KARI, "TEXT", SENT, readBy, false);
    return new Before<>(KARI, row, null, null, 0, times, null, ROOM, SENT.plus(after));
  }

  private Optional<RefusalCode> edits(Duration after, long times) {
    return edit.fault(EditPayload.of(7, "Andre ord"), before(after, times, Set.of()));
  }

  @Test
  void a_text_is_changed_for_a_quarter_of_an_hour_to_the_millisecond() {
    assertThat(edits(Duration.ZERO, 0)).isEmpty();
    assertThat(edits(Duration.ofMinutes(15), 0)).isEmpty();
    assertThat(edits(Duration.ofMinutes(15).plusMillis(1), 0)).contains(RefusalCode.EDIT_TOO_LATE);
  }

  @Test
  void a_text_is_changed_twenty_times() {
    assertThat(edits(Duration.ZERO, 19)).isEmpty();
    assertThat(edits(Duration.ZERO, 20)).contains(RefusalCode.EDITED_TOO_OFTEN);
  }

  @Test
  void a_text_is_taken_back_years_later() {
    assertThat(
            retraction.fault(
                RetractionPayload.of(7), before(Duration.ofDays(3_000), 0, Set.of(SARA))))
        .isEmpty();
  }

  @Test
  void it_is_kept_for_the_patient_once_anybody_else_had_read_it() {
    var nobodyHad =
        retraction.completed(RetractionPayload.of(7), before(Duration.ZERO, 0, Set.of(KARI)));
    assertThat(nobodyHad.readBy()).isEmpty();
    assertThat(nobodyHad.keptFor()).containsExactly(KARI);

    var saraHad =
        edit.completed(
            EditPayload.of(7, "Andre ord"), before(Duration.ZERO, 0, Set.of(KARI, SARA)));
    assertThat(saraHad.body()).isEqualTo("Andre ord");
    assertThat(saraHad.readBy()).containsExactly(SARA);
    assertThat(saraHad.keptFor()).containsExactlyInAnyOrder(KARI, SARA, ARE);
  }
}
