package no.samsnakk.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where processes listen, as the kernel knows it (Linux). */
public final class Listening {
  private static final String LISTENS = "0A";

  private Listening() {}

  /** All TCP ports on which one of them takes connections. */
  public static Set<Integer> ports(Collection<Long> pids) {
    Set<String> theirs =
        pids.stream().flatMap(Listening::sockets).collect(Collectors.toUnmodifiableSet());
    return Stream.of("tcp", "tcp6")
        .flatMap(it -> lines(Path.of("/proc/net", it)))
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words[3].equals(LISTENS) && theirs.contains(words[9]))
        .map(words -> Integer.parseInt(words[1].replaceFirst(".*:", ""), 16))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The numbers of its sockets: "socket:[123]". */
  private static Stream<String> sockets(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open
          .map(Listening::target)
          .filter(it -> it.startsWith("socket:["))
          .map(it -> it.replaceAll("\\D", ""))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
