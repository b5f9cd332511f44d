package no.samsnakk.bench.measure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a thread is doing, told by its stack: first by the innermost frame, if that is a system
 * call, else by the innermost frame that belongs to something we have a name for.
 */
public enum Work {
  SOCKET_WRITES("socket writes (system calls)", ""),
  SOCKET_READS("socket reads (system calls)", ""),
  WAITING("waiting for sockets (system calls)", ""),
  ENCRYPTION(
      "encryption",
      "com\\.google\\.crypto\\.|javax\\.crypto\\.|com\\.sun\\.crypto\\.|sun\\.security\\."),
  JSON(
      "JSON",
      "com\\.fasterxml\\.jackson\\.|no\\.samsnakk\\.contracts\\.Json|"
          + "no\\.samsnakk\\.messaging\\.wire\\.connection\\.EncodedFrame\\."),
  POSTGRESQL(
      "PostgreSQL client", "io\\.vertx\\.(pgclient|sqlclient)\\.|io\\.quarkus\\.reactive\\."),
  KAFKA("Kafka client and outbox", "org\\.apache\\.kafka\\.|no\\.samsnakk\\.platform\\.outbox\\."),
  WEBSOCKETS(
      "WebSockets: frames in and out",
      "io\\.quarkus\\.websockets\\.|io\\.vertx\\.core\\.http\\.|"
          + "io\\.netty\\.handler\\.codec\\.http\\."),
  MEASURING("traces and metrics", "io\\.opentelemetry\\.|io\\.micrometer\\."),
  OURS("messaging itself: decide, deliver, count", "no\\.samsnakk\\."),
  NETWORK("Netty and Vert.x, the rest", "io\\.netty\\.|io\\.vertx\\.|sun\\.nio\\.ch\\."),
  ELSE("everything else", ".*"),
  UNKNOWN("without a stack", "");

  private static final Pattern WRITE =
      Pattern.compile("(sun\\.nio\\.ch\\.|io\\.netty\\.channel\\.).*(write|send).*");
  private static final Pattern READ =
      Pattern.compile("(sun\\.nio\\.ch\\.|io\\.netty\\.channel\\.).*(read|recv|accept).*");
  private static final Pattern WAIT =
      Pattern.compile("(sun\\.nio\\.ch\\.|io\\.netty\\.channel\\.).*([wW]ait|ctl|eventFd).*");
  private static final List<Work> BY_FRAME =
      List.of(ENCRYPTION, JSON, POSTGRESQL, KAFKA, WEBSOCKETS, MEASURING, OURS);

  private final String words;
  private final Pattern frame;

  Work(String words, String frame) {
    this.words = words;
    this.frame = Pattern.compile(frame.isEmpty() ? "(?!)" : "(" + frame + ").*");
  }

  /** As it stands in a table. */
  public String words() {
    return words;
  }

  /** Of a stack, innermost first, as {@code package.Class.method}. */
  static Work of(List<String> stack) {
    if (stack.isEmpty()) {
      return UNKNOWN;
    }
    var innermost = stack.getFirst();
    if (WRITE.matcher(innermost).matches()) {
      return SOCKET_WRITES;
    }
    if (READ.matcher(innermost).matches()) {
      return SOCKET_READS;
    }
    if (WAIT.matcher(innermost).matches()) {
      return WAITING;
    }
    return stack.stream()
        .flatMap(name -> BY_FRAME.stream().filter(work -> work.has(name)))
        .findFirst()
        .orElse(stack.stream().anyMatch(NETWORK::has) ? NETWORK : ELSE);
  }

  private boolean has(String name) {
    return frame.matcher(name).matches();
  }
}
