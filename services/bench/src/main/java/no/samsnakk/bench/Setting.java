package no.samsnakk.bench;

import java.util.Locale;

/** A number that can be said on the command line, and what it is when nothing is said. */
public enum Setting {
  RUNS(1, 1, 1, "runs, each on fresh servers; the report has their median and spread"),
  ROOMS(200, 200, 1, "rooms of five people"),
  SOCKETS(1000, 1000, 1, "sockets, each with its room open"),
  FLIGHT(1024, 1024, 1, "messages on their way at a time in warm-up, profile and soak"),
  WARMUP(20, 20, 0, "seconds of warm-up, as fast as it goes"),
  RATE(200, 200, 1, "messages a second at the steady pace"),
  SECONDS(60, 60, 0, "seconds at the steady pace"),
  MIXED_SECONDS(30, 60, 0, "seconds of that in which every fifth is a question or an answer"),
  FLAT_SECONDS(30, 30, 0, "seconds as fast as it goes, after finding how many at a time"),
  PROFILE_SECONDS(15, 30, 0, "seconds more of that, for the table of where the CPU goes"),
  OPENINGS(500, 2000, 0, "openings of a room that is full of messages"),
  HISTORY(2000, 2000, 1, "messages in that room"),
  SLOW(100, 100, 0, "sockets that stop reading"),
  SLOW_SECONDS(60, 60, 10, "seconds at the steady pace while they read, and again while not"),
  SOAK(0, 600, 0, "seconds as fast as it goes, with messaging's memory looked at ten times"),
  IDLE(2000, 10_000, 0, "idle sockets on top"),
  IDLE_SECONDS(15, 600, 0, "seconds in which none of those may be dropped"),
  STORMS(1, 3, 0, "times that all idle sockets are cut and come back at once");

  private final int usual;
  private final int whenLong;
  private final int least;
  private final String meaning;

  Setting(int usual, int whenLong, int least, String meaning) {
    this.usual = usual;
    this.whenLong = whenLong;
    this.least = least;
    this.meaning = meaning;
  }

  /** As it is typed, without the dashes. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int usual(boolean isLong) {
    return isLong ? whenLong : usual;
  }

  int least() {
    return least;
  }

  String usage() {
    return "  --%-16s %5d  %s".formatted(word(), usual, meaning)
        + (usual == whenLong ? "" : " (--long: %d)".formatted(whenLong));
  }
}
