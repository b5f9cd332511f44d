package no.samsnakk.bench.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import no.samsnakk.bench.history.Finding.Kind;

/**
 * What is said of people in the end is so: what somebody was told that another has read, or got,
 * stands there and stays, and nobody has read or got what lies in no view of hers.
 */
public final class Marks {
  private record Place(UUID roomId, UUID personId) {
    static Place of(Interval interval) {
      return new Place(interval.roomId(), interval.personId());
    }
  }

  private Marks() {}

  /**
   * What is not so.
   *
   * @param told what people were told, of one kind
   * @param kept what stands there of this kind
   * @param views every view there was
   */
  public static List<Finding> check(
      Collection<Interval> told, Collection<Interval> kept, Collection<Interval> views) {
    var findings = new ArrayList<Finding>();
    findings.addAll(outside(told, byPlace(kept), Kind.MARK_LOST));
    findings.addAll(outside(kept, byPlace(views), Kind.MARKED_UNSEEN));
    return findings;
  }

  private static Map<Place, List<Interval>> byPlace(Collection<Interval> intervals) {
    return intervals.stream().collect(Collectors.groupingBy(Place::of));
  }

  private static List<Finding> outside(
      Collection<Interval> marks, Map<Place, List<Interval>> within, Kind kind) {
    return marks.stream()
        .flatMap(
            mark -> {
              var around = within.getOrDefault(Place.of(mark), List.of());
              return LongStream.rangeClosed(mark.fromSeq(), mark.toSeq())
                  .filter(seq -> around.stream().noneMatch(it -> it.covers(seq)))
                  .mapToObj(seq -> finding(kind, mark, seq));
            })
        .toList();
  }

  private static Finding finding(Kind kind, Interval mark, long seq) {
    return new Finding(
        kind,
        "message %d of room %s, marked for person %s"
            .formatted(seq, mark.roomId(), mark.personId()));
  }
}
