package no.samsnakk.platform.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import no.samsnakk.platform.event.EventReader;
import no.samsnakk.platform.event.Heard;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** Reads a batch. */
@ApplicationScoped
class BatchReader {
  private final EventReader reader;
  private final Border border;

  BatchReader(EventReader reader, Border border) {
    this.reader = reader;
    this.border = border;
  }

  /**
   * What its records are, in their order. Those without a seal are believed where they lie below
   * the {@link Border}, and nowhere else.
   */
  Uni<List<ReceivedRecord>> read(ConsumerRecords<String, @Nullable String> records) {
    var batch =
        StreamSupport.stream(records.spliterator(), false)
            .map(record -> new ReceivedRecord(record, reader.read(record)))
            .toList();
    return batch.stream().noneMatch(ReceivedRecord::isUnsealed)
        ? border.drawn().replaceWith(batch)
        : border.now().map(drawn -> batch.stream().map(taken -> judged(taken, drawn)).toList());
  }

  private ReceivedRecord judged(ReceivedRecord taken, Border.Drawn drawn) {
    return taken.isUnsealed() ? taken.as(judged(taken.from(), drawn)) : taken;
  }

  private Heard judged(ConsumerRecord<String, @Nullable String> unsealed, Border.Drawn drawn) {
    return drawn.isAbove(unsealed)
        ? reader.readUnsealed(unsealed)
        : new Heard.Forged("no seal at all");
  }
}
