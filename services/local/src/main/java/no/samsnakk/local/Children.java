package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import no.samsnakk.local.process.Child;

/**
 * The processes of this state folder, on disk: should even the reaper have been killed, the next
 * start finds and ends what was left. A process is known by its id and the moment it was started,
 * so that a number which now is someone else's harms nobody.
 *
 * @param file a line for each: id, start in milliseconds, name
 */
record Children(Path file, Set<String> lines) {

  static Children of(Home home) {
    return new Children(home.state().resolve("run/children"), new ConcurrentSkipListSet<>());
  }

  void add(Child child) {
    lines.add(line(child));
    write();
  }

  void remove(Child child) {
    lines.removeIf(line -> line.startsWith(child.pid() + " "));
    write();
  }

  private static String line(Child child) {
    long since = child.process().info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return child.pid() + " " + since + " " + child.name();
  }

  private synchronized void write() {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what an earlier run has left behind; returns the names. */
  List<String> endLeftOvers() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> ended =
          Files.readAllLines(file).stream().flatMap(line -> end(line).stream()).toList();
      Files.delete(file);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> end(String line) {
    String[] words = line.split(" ", 3);
    Instant since = Instant.ofEpochMilli(Long.parseLong(words[1]));
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(process -> process.info().startInstant().equals(Optional.of(since)))
        .filter(ProcessHandle::destroyForcibly)
        .map(
            process -> {
              process.onExit().join();
              return words[2];
            });
  }
}
