package no.samsnakk.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * How far the story is, in one line of a file that lies with the data and goes with it.
 *
 * <pre>
 *   UNOPENED ──► BEGUN ──► TOLD
 *                  └─────► LEFT   somebody has acted meanwhile
 * </pre>
 *
 * @param file not there: nothing has been told
 */
public record Bookmark(Path file) {
  /** Where the story stands. */
  public enum State {
    UNOPENED,
    BEGUN,
    TOLD,
    LEFT
  }

  public State state() {
    return Files.exists(file) ? State.valueOf(words()[0]) : State.UNOPENED;
  }

  /** The beginning that is to be gone on from, or else a new one: on disk before it is answered. */
  Beginning begin(Clock clock) {
    if (state() == State.BEGUN) {
      String[] words = words();
      return new Beginning(Instant.parse(words[1]), UUID.fromString(words[2]));
    }
    Beginning beginning = Beginning.now(clock.instant());
    write(State.BEGUN + " " + beginning.at() + " " + beginning.seed());
    return beginning;
  }

  void told() {
    write(State.TOLD.name());
  }

  void left() {
    write(State.LEFT.name());
  }

  private String[] words() {
    try {
      return Files.readString(file).strip().split(" ", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it or nothing, should we die meanwhile. */
  private void write(String line) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), line + "\n");
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
