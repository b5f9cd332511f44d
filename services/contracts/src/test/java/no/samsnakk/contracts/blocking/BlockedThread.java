package no.samsnakk.contracts.blocking;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A thread that Vert.x has warned of, as it stood a moment later.
 *
 * @param warning Vert.x's words, with the thread's name in them
 * @param stack where it stood; empty if it had gone on by then
 */
record BlockedThread(String warning, Thread.State state, StackTraceElement[] stack) {
  /** {@code Thread Thread[vert.x-eventloop-thread-1,5,main] has been blocked for 2493 ms, …} */
  private static final Pattern EVENT_LOOP =
      Pattern.compile("Thread\\[(?:#\\d+,)?([^,]*eventloop-thread-\\d+),");

  private static final int SHOWN = 30;

  /** Where a thread stands that waits: the methods of the JDK that do it. */
  private static final Set<String> WAITING =
      Set.of(
          "jdk.internal.misc.Unsafe.park",
          "java.lang.Object.wait0",
          "java.lang.Thread.sleep0",
          "java.lang.Thread.sleepNanos0",
          "java.io.FileInputStream.open0",
          "java.io.FileInputStream.readBytes",
          "java.io.RandomAccessFile.readBytes0",
          "sun.nio.ch.Net.poll",
          "sun.nio.ch.Net.connect0",
          "sun.nio.ch.SocketDispatcher.read0",
          "sun.nio.ch.UnixFileDispatcherImpl.read0",
          "sun.nio.ch.UnixFileDispatcherImpl.pread0",
          "sun.nio.ch.UnixFileDispatcherImpl.force0");

  /**
   * The event loop that a warning is about; none if it is about a worker, which may wait, or if it
   * does not wait.
   */
  static Optional<BlockedThread> of(LogRecord warning) {
    var text = warning.getMessage() == null ? "" : warning.getMessage();
    var named = EVENT_LOOP.matcher(text);
    if (!named.find()) {
      return Optional.empty();
    }
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(one -> one.getKey().getName().equals(named.group(1)))
        .map(one -> new BlockedThread(text, one.getKey().getState(), one.getValue()))
        .filter(BlockedThread::waits)
        .findAny();
  }

  /** Whether it waits for something outside itself, as opposed to working on. */
  boolean waits() {
    return stack.length > 0
        && Arrays.stream(stack)
            .noneMatch(frame -> frame.getClassName().equals("java.lang.ClassLoader"))
        && (state == Thread.State.BLOCKED || WAITING.contains(name(stack[0])));
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  @Override
  public String toString() {
    return Arrays.stream(stack)
        .limit(SHOWN)
        .map(frame -> "    at " + frame)
        .collect(Collectors.joining("\n", warning + "\n", ""));
  }
}
