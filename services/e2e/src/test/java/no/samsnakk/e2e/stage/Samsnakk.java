package no.samsnakk.e2e.stage;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samsnakk.local.Home;
import org.jspecify.annotations.Nullable;

/**
 * The all-in-one, as {@code ./samsnakk up} starts it once everything is built: Keycloak,
 * PostgreSQL, Kafka, mail, the five services and the web app, with a state folder and ports of its
 * own. So it runs beside a Samsnakk that somebody is using.
 */
public final class Samsnakk implements AutoCloseable {
  private static final int PORT_BASE = Integer.parseInt(given("SAMSNAKK_PORT_BASE", "18600"));

  /** For whoever writes a journey: what already runs from there is used, and left running. */
  private static final boolean RUNNING = Boolean.getBoolean("samsnakk.running");

  private static final int INBOX = 25;
  private static final int KEYCLOAK = 20;
  private static final int POSTGRES = 32;
  private static final long STOPS_WITHIN_S = 90;

  private final Path root;
  private final Path state;
  private final int portBase;
  private final boolean encrypted;
  private final boolean story;
  private volatile @Nullable Process process;
  private volatile String said = "";

  private Samsnakk(Path root, Path state, int portBase, boolean encrypted, boolean story) {
    this.root = root;
    this.state = state;
    this.portBase = portBase;
    this.encrypted = encrypted;
    this.story = story;
  }

  /** An empty one, not yet running. */
  static Samsnakk fresh(Path root) {
    Path usual = Path.of(given("SAMSNAKK_STATE", root.resolve(".samsnakk/test").toString()));
    if (RUNNING) {
      return new Samsnakk(root, usual, PORT_BASE, false, false);
    }
    Path state = usual.resolve("e2e");
    Folders.delete(state);
    return new Samsnakk(root, state, PORT_BASE, false, false);
  }

  /** Another one, empty, that talks by TLS alone. */
  public static Samsnakk encrypted() {
    return beside("e2e-tls", true, false);
  }

  /** Another one, empty, into which something can be put before it runs. */
  public static Samsnakk beside(String folder) {
    return beside(folder, false, false);
  }

  /** Another one, empty, that begins as for whoever tries it: with the demo's story. */
  public static Samsnakk withStory() {
    return beside("e2e-story", false, true);
  }

  private static Samsnakk beside(String folder, boolean encrypted, boolean story) {
    Path root = Home.find().root();
    Path usual = Path.of(given("SAMSNAKK_STATE", root.resolve(".samsnakk/test").toString()));
    Path state = usual.resolve(folder);
    Folders.delete(state);
    return new Samsnakk(root, state, PORT_BASE + 100, encrypted, story);
  }

  private static String given(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null ? otherwise : value;
  }

  public Addresses addresses() {
    return new Addresses(local(0), local(KEYCLOAK), local(INBOX));
  }

  /** A port by its place above the base. */
  public int port(int above) {
    return portBase + above;
  }

  private String local(int above) {
    return (encrypted ? "https" : "http") + "://localhost:" + (portBase + above);
  }

  /** Returns when everything is ready. */
  public void up() {
    if (RUNNING) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(command()).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().putAll(settings());
    builder.environment().put("SAMSNAKK_TLS", Boolean.toString(encrypted));
    builder.environment().put("SAMSNAKK_STORY", Boolean.toString(story));
    try {
      process = builder.start();
      awaitReady(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    Path built = root.resolve("services/local/target");
    return List.of(
        // As the launcher does.
        "/bin/sh",
        "-c",
        "umask 077; exec \"$@\"",
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms24m",
        "-Xmx160m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dsamsnakk.home=" + root,
        "-cp",
        built.resolve("classes") + ":" + built.resolve("lib") + "/*",
        "no.samsnakk.local.Main");
  }

  private Map<String, String> settings() {
    return Map.of(
        // When we are gone, so is it.
        "SAMSNAKK_LAUNCHER_PID",
        Long.toString(ProcessHandle.current().pid()),
        "SAMSNAKK_STATE",
        state.toString(),
        // An archive is written at the first stop and pays at later starts: too late for us.
        "SAMSNAKK_ARCHIVES",
        "false",
        "SAMSNAKK_PORT_BASE",
        Integer.toString(portBase),
        "QUARKUS_LOG_CATEGORY__NO_SAMSNAKK__LEVEL",
        "DEBUG",
        "SAMSNAKK_NOTIFICATIONS_DELAY",
        "PT1S",
        // A history of years is written in a minute.
        "SAMSNAKK_LIMITS_MESSAGES_PER_PERSON_PER_MINUTE",
        "6000",
        "SAMSNAKK_LIMITS_MESSAGES_PER_ROOM_PER_MINUTE",
        "6000",
        // Are is asked, says no and is asked again, one journey after the other.
        "SAMSNAKK_ASKING_AFTER_NO",
        "PT0S",
        "SAMSNAKK_ASKING_AFTER_TAKING_BACK",
        "PT0S");
  }

  /** The last thing that it says when it is up is where; from then on its words go to a log. */
  private void awaitReady(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      System.out.println("[samsnakk] " + line);
      if (line.startsWith("Samsnakk: ")) {
        this.said = said.toString();
        Thread.ofVirtual()
            .start(() -> out.lines().forEach(it -> System.out.println("[samsnakk] " + it)));
        return;
      }
    }
    throw new IllegalStateException("Samsnakk did not start:\n" + said);
  }

  /** What it said before it was ready. */
  public String said() {
    return said;
  }

  /** Is killed without warning; returns when nothing of it is left. */
  public void dies() {
    List<ProcessHandle> all =
        pids().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
    requireNonNull(process).destroyForcibly();
    all.forEach(it -> it.onExit().orTimeout(STOPS_WITHIN_S, SECONDS).join());
  }

  /** As Ctrl-C does: stops everything in order; what was said and done stays on disk. */
  public void down() {
    Process running = requireNonNull(process);
    running.destroy();
    try {
      if (!running.waitFor(STOPS_WITHIN_S, SECONDS)) {
        running.destroyForcibly().waitFor();
        throw new AssertionError("it had to be killed to stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Kills one of the services as a power cut does. */
  public void kills(String service) {
    ProcessHandle.of(pid(service)).orElseThrow().destroyForcibly();
  }

  /** The process id of a part that runs. */
  public long pid(String part) {
    return lines(state.resolve("run/children"))
        .map(line -> line.split(" ", 3))
        .filter(words -> words[2].equals(part))
        .mapToLong(words -> Long.parseLong(words[0]))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " is not running"));
  }

  /** The process ids of it and of all its parts. */
  public List<Long> pids() {
    return Stream.concat(
            Stream.of(requireNonNull(process).pid()),
            lines(state.resolve("run/children")).map(it -> Long.valueOf(it.split(" ", 2)[0])))
        .toList();
  }

  /** Everything that it keeps. */
  public Path state() {
    return state;
  }

  /** A secret of its own making, as it lies on the disk. */
  public String secret(String name) {
    return lines(state.resolve("secrets").resolve(name)).findFirst().orElseThrow();
  }

  /** The names of all that it has made. */
  public List<String> secrets() {
    return names(state.resolve("secrets"));
  }

  /** One of its PostgreSQL's databases, as the superuser sees it. */
  public String superuserJdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=%s"
        .formatted(portBase + POSTGRES, database, secret("SAMSNAKK_DB_SUPERUSER_PASSWORD"));
  }

  /** What a part has written to its log until now. */
  public List<String> log(String part) {
    return lines(state.resolve("logs").resolve(part + ".log")).toList();
  }

  /** Everything that writes a log. */
  public List<String> logs() {
    return names(state.resolve("logs")).stream().map(it -> it.replace(".log", "")).toList();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      down();
    }
  }
}
