package no.samsnakk.messaging.writing.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the writer tells the operator in figures. */
final class Measures {
  private final MeterRegistry meters;
  private final DistributionSummary batch;
  private final Timer commit;
  private final Counter accepted;

  Measures(MeterRegistry meters) {
    this.meters = meters;
    this.batch = meters.summary("samsnakk.messages.batch");
    this.commit = meters.timer("samsnakk.messages.commit");
    this.accepted = meters.counter("samsnakk.messages.accepted");
  }

  Timer.Sample batch(int size) {
    batch.record(size);
    return Timer.start(meters);
  }

  void committed(Timer.Sample started) {
    started.stop(commit);
  }

  void accepted() {
    accepted.increment();
  }
}
