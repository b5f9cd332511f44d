package no.samsnakk.bench.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.history.Note;
import no.samsnakk.bench.load.FlatOut;
import no.samsnakk.bench.load.Served;
import no.samsnakk.bench.measure.Cpu;
import no.samsnakk.bench.measure.Memory;
import no.samsnakk.bench.stage.Archive.Logged;

/**
 * What one run measured.
 *
 * @param complaints what clients did not like, and how often
 */
public record Figures(
    Optional<Phase> steady,
    Optional<Phase> flatOut,
    Optional<Socket> socket,
    Kept kept,
    Map<String, Integer> complaints) {

  /**
   * A phase.
   *
   * @param cpu seconds for a thousand accepted messages
   * @param ramp how its pace was found, if it was
   */
  public record Phase(Served served, Cpu cpu, List<FlatOut.Step> ramp) {}

  /** What so many sockets more did to messaging. */
  public record Socket(int sockets, Memory before, Memory after) {
    /** Alive on the heap and in buffers, for each. */
    public double liveBytes() {
      return (double) (after.heap() + after.direct() - before.heap() - before.direct()) / sockets;
    }

    /** Of the process, for each. */
    public double residentBytes() {
      return (double) (after.resident() - before.resident()) / sockets;
    }
  }

  /** What was promised, and what was found. */
  public record Kept(
      long accepted, long inDatabase, Logged logged, Map<Finding.Kind, List<Finding>> findings) {
    /** Whether something was promised, and every promise kept. */
    public boolean isWhole() {
      return accepted > 0 && findings.isEmpty() && logged.messages() == inDatabase;
    }
  }

  /** How many messages were accepted. */
  public static long accepted(List<Note> notes) {
    return notes.stream()
        .filter(Note.Acknowledged.class::isInstance)
        .map(note -> ((Note.Acknowledged) note).clientId())
        .distinct()
        .count();
  }
}
