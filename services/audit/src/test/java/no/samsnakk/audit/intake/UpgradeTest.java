package no.samsnakk.audit.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import no.samsnakk.audit.story.Log;
import no.samsnakk.audit.story.OldWorld;
import no.samsnakk.audit.story.Story;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A version without seals ran here before. */
@QuarkusTest
@WithTestResource(OldWorld.class)
class UpgradeTest {
  private final Story story = new Story();

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void
      R6_what_lay_in_kafka_before_there_were_seals_is_read_and_what_comes_without_one_now_is_not() {
    Log.holds(OldWorld.OLD_ENTRY);
    var at = Instant.parse("2026-11-22T10:00:00Z");
    var entry = AuditRecorded.success(Ids.next(), at, AuditAction.SIGNED_IN, Ids.next(), null);

    var forged =
        story.forge(new ProducerRecord<>(Topics.AUDIT, 0, "test", story.eventOf("rooms", entry)));

    var place = "audit.forged where partition = 0 and \"offset\" = " + forged.offset();
    await().until(() -> Log.count(place) == 1);
    assertThat(Log.count("audit.entry where entry_id = '" + entry.entryId() + "'")).isZero();
    assertThat(Log.count("audit.unsealed_border_due")).isZero();
    // What was forged lies beyond the border of its partition, and has taken it away.
    assertThat(Log.count("audit.unsealed_border")).isEqualTo(35);
  }
}
