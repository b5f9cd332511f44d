package no.samsnakk.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import no.samsnakk.local.process.Child;

/**
 * Something that the all-in-one runs.
 *
 * @param ports what it listens on
 * @param after the parts that have to be ready first, where they are ours
 * @param start starts it, and returns when it is ready
 */
record Part(String name, Map<Port, Integer> ports, Set<String> after, Callable<Running> start) {

  /**
   * A part that runs.
   *
   * @param child its process, if it has one of its own
   * @param stop stops it in order
   */
  record Running(Optional<Child> child, AutoCloseable stop) {
    static Running process(Child child, AutoCloseable stop) {
      return new Running(Optional.of(child), stop);
    }
  }
}
