package no.samsnakk.bench.report;

import java.util.List;
import java.util.Map;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.history.Note;
import no.samsnakk.bench.stage.Archive.Logged;

/**
 * What one run measured.
 *
 * @param phases in the order in which they were run
 * @param complaints what clients did not like, and how often
 */
public record Figures(List<Measured> phases, Kept kept, Map<String, Integer> complaints) {

  /** What was promised, and what was found. */
  public record Kept(
      long accepted, long inDatabase, Logged logged, Map<Finding.Kind, List<Finding>> findings) {
    /** Whether something was promised, and every promise kept. */
    public boolean isWhole() {
      return accepted > 0 && findings.isEmpty() && logged.messages() == inDatabase;
    }
  }

  List<Figure> all() {
    return phases.stream().flatMap(phase -> phase.figures().stream()).toList();
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
