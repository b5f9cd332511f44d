package no.samsnakk.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.samsnakk.bench.history.Note;
import org.HdrHistogram.Histogram;

/**
 * Every message of a run: when it was to be sent, and what became of it. A message's client id is a
 * UUIDv7 that ends in its number here, so that nobody has to look for it.
 */
final class Sendings {
  private static final int ONE_MINUTE_IN_MICROS = 60_000_000;

  private final int run = ThreadLocalRandom.current().nextInt(1 << 12);
  private final List<Note> notes = new ArrayList<>();
  private long[] intended = new long[1 << 16];
  private int[] senders = new int[1 << 16];
  private UUID[] ids = new UUID[1 << 16];
  private int count;
  private int measuredFrom;
  private Counts counts = new Counts();

  /** What is counted from one moment to another. */
  static final class Counts {
    final Histogram delivery = new Histogram(ONE_MINUTE_IN_MICROS, 3);
    final Histogram acceptance = new Histogram(ONE_MINUTE_IN_MICROS, 3);
    long sent;
    long accepted;
    long refused;
    long unknown;
  }

  /** From now on only what is sent from now on is counted. */
  Counts begin() {
    counts = new Counts();
    measuredFrom = count;
    return counts;
  }

  /** A new message, which should have been sent at that moment. */
  UUID next(int sender, UUID room, long intendedNanos) {
    if (count == intended.length) {
      intended = Arrays.copyOf(intended, count * 2);
      senders = Arrays.copyOf(senders, count * 2);
      ids = Arrays.copyOf(ids, count * 2);
    }
    intended[count] = intendedNanos;
    senders[count] = sender;
    var id = id(count);
    ids[count++] = id;
    notes.add(new Note.Invoked(room, id));
    counts.sent++;
    return id;
  }

  void accepted(UUID id, long seq, long now) {
    notes.add(new Note.Acknowledged(known(id), seq));
    if (isMeasured(id)) {
      counts.accepted++;
      record(counts.acceptance, id, now);
    }
  }

  void refused(UUID id) {
    notes.add(new Note.Refused(id));
    if (isMeasured(id)) {
      counts.refused++;
    }
  }

  void unknown(UUID id) {
    notes.add(new Note.Unknown(id));
    if (isMeasured(id)) {
      counts.unknown++;
    }
  }

  /** The sender's own copy is noted, and is no delivery. */
  void seen(Note.Seen seen, long now) {
    notes.add(seen);
    var id = seen.clientId();
    if (isMeasured(id) && senders[number(id)] != seen.viewer()) {
      record(counts.delivery, id, now);
    }
  }

  /** The same id, kept once: millions of notes name a few ids each. */
  UUID known(UUID id) {
    int number = number(id);
    return number >= 0 && number < count && ids[number].equals(id) ? ids[number] : id;
  }

  List<Note> notes() {
    return notes;
  }

  private boolean isMeasured(UUID id) {
    return number(id) >= measuredFrom;
  }

  private void record(Histogram times, UUID id, long now) {
    long micros = (now - intended[number(id)]) / 1000;
    times.recordValue(Math.clamp(micros, 0, ONE_MINUTE_IN_MICROS));
  }

  private UUID id(int number) {
    long milliseconds = System.currentTimeMillis();
    long noise = ThreadLocalRandom.current().nextLong(1L << 30);
    return new UUID(milliseconds << 16 | 7 << 12 | run, 0b10L << 62 | noise << 32 | number);
  }

  private static int number(UUID id) {
    return (int) id.getLeastSignificantBits();
  }
}
