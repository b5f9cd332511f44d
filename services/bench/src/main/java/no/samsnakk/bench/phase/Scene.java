package no.samsnakk.bench.phase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
import no.samsnakk.bench.Options;
import no.samsnakk.bench.load.Crowd;
import no.samsnakk.bench.measure.Cpu;
import no.samsnakk.bench.measure.Memory;
import no.samsnakk.bench.measure.Metrics;
import no.samsnakk.bench.stage.Room;
import no.samsnakk.bench.stage.Stage;

/**
 * Where a phase takes place.
 *
 * @param rooms those of the crowd
 * @param crowd everybody is there already
 * @param say told what is being done, for whoever waits
 */
public record Scene(
    Options options, Stage stage, List<Room> rooms, Crowd crowd, Consumer<String> say) {

  void tell(String what, Object... values) {
    say.accept(what.formatted(values));
  }

  Cpu cpu() {
    return Cpu.used(stage.processes());
  }

  Memory memory() {
    return Memory.afterCollection(messaging(), stage.messagingManagementPort());
  }

  Metrics metrics() {
    return Metrics.of(stage.messagingManagementPort());
  }

  long messaging() {
    return requireNonNull(stage.processes().get("messaging"));
  }
}
