package no.samsnakk.bench.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.bench.history.Finding.Kind;

/** R6: every message that was delivered to a person lies inside a view of hers. */
public final class Traces {
  private record Place(UUID roomId, UUID personId) {}

  private record Shown(Place place, long seq) {}

  private final Map<Place, List<Interval>> intervals;
  private final Map<Integer, UUID> people;

  private Traces(Collection<Interval> intervals, Map<Integer, UUID> people) {
    this.intervals =
        intervals.stream()
            .collect(Collectors.groupingBy(view -> new Place(view.roomId(), view.personId())));
    this.people = people;
  }

  /**
   * What was shown and is in no view.
   *
   * @param people who each viewer is
   */
  public static List<Finding> check(
      List<Note> notes, Collection<Interval> intervals, Map<Integer, UUID> people) {
    var traces = new Traces(intervals, people);
    Set<Shown> shown = new HashSet<>();
    notes.forEach(note -> traces.collect(note, shown));
    return shown.stream().filter(traces::isUnlogged).map(Traces::finding).toList();
  }

  private void collect(Note note, Set<Shown> shown) {
    if (note instanceof Note.Seen seen) {
      var person = people.get(seen.viewer());
      if (person == null) {
        throw new IllegalArgumentException("nobody is viewer " + seen.viewer());
      }
      shown.add(new Shown(new Place(seen.roomId(), person), seen.seq()));
    }
  }

  private boolean isUnlogged(Shown shown) {
    return intervals.getOrDefault(shown.place(), List.of()).stream()
        .noneMatch(view -> view.covers(shown.seq()));
  }

  private static Finding finding(Shown shown) {
    return new Finding(
        Kind.UNLOGGED,
        "message %d of room %s was shown to person %s, in no logged view"
            .formatted(shown.seq(), shown.place().roomId(), shown.place().personId()));
  }
}
