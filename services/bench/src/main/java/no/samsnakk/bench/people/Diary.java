package no.samsnakk.bench.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.samsnakk.bench.history.Interval;
import no.samsnakk.bench.history.Note;
import org.HdrHistogram.Histogram;

/** What all of them have noted. Lives on the event loop. */
final class Diary {
  private static final long FIVE_MINUTES_IN_MICROS = 300_000_000;

  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Integer> heard = new TreeMap<>();
  private final Histogram back = new Histogram(FIVE_MINUTES_IN_MICROS, 3);
  private final Set<UUID> accepted = new HashSet<>();
  private final Hearing hearing = new Hearing();
  private final Set<Interval> toldRead = new HashSet<>();
  private final Set<Interval> toldReceived = new HashSet<>();

  void note(Note note) {
    notes.add(note);
    if (note instanceof Note.Acknowledged(UUID id, long seq)) {
      accepted.add(id);
    }
  }

  /** Something worth counting: a refusal, a closed socket, a gap. */
  void count(String what) {
    heard.merge(what, 1, Integer::sum);
  }

  /** Somebody whose instance was killed sees her room again, so much later. */
  void back(long nanos) {
    back.recordValue(Math.clamp(nanos / 1000, 0, FIVE_MINUTES_IN_MICROS));
  }

  /** Somebody was told that a person has read these. */
  void toldRead(Interval mark) {
    toldRead.add(mark);
  }

  /** Somebody was told that these have reached a person's device. */
  void toldReceived(Interval mark) {
    toldReceived.add(mark);
  }

  Set<Interval> toldRead() {
    return Set.copyOf(toldRead);
  }

  Set<Interval> toldReceived() {
    return Set.copyOf(toldReceived);
  }

  Hearing hearing() {
    return hearing;
  }

  List<Note> notes() {
    return List.copyOf(notes);
  }

  Map<String, Integer> heard() {
    return new TreeMap<>(heard);
  }

  Histogram back() {
    return back.copy();
  }

  long accepted() {
    return accepted.size();
  }
}
