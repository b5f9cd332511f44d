package no.samsnakk.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import no.samsnakk.local.Refusal.Refused;
import no.samsnakk.local.directory.Directory;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./samsnakk up}: starts everything and runs until it is told to stop (SIGINT or SIGTERM).
 *
 * <p>{@code --only postgres,kafka,keycloak,mail} starts just these; {@code migrate} brings the
 * services' tables up to date and ends; {@code event-keys <service>} prints what it needs for the
 * seals of events.
 */
public final class Main {
  /** Set by the launcher: when it goes, so do we. */
  private static final String PARENT = "SAMSNAKK_LAUNCHER_PID";

  /** So long a start waits for the story; it goes on being told beside whoever has come. */
  private static final Duration STORY = Duration.ofSeconds(5);

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = System.out;
    Settings settings = new Settings(System.getenv());
    Home home = Home.find();
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    try {
      if (arguments.length == 1 && arguments[0].equals("migrate")) {
        Migrate.run(home, settings, out);
        return;
      }
      if (arguments.length == 2 && arguments[0].equals("event-keys")) {
        out.println(EventKeys.lines(home, settings, arguments[1]));
        return;
      }
      boolean terminal = System.console() != null && System.console().isTerminal();
      Predicate<String> wanted = wanted(arguments);
      AllInOne all = AllInOne.prepare(home, settings, wanted, new Progress(out, terminal));
      stop.with(all);
      all.start();
      var story = StorySoFar.within(STORY, all.tellStory());
      if (!all.isStopping()) {
        welcome(settings, home, wanted.test("gateway"), story, out);
      }
      settings.given(PARENT).flatMap(Main::process).ifPresent(Main::goWith);
      new CountDownLatch(1).await();
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      System.exit(refused.refusal().exitCode());
    }
  }

  private static void welcome(
      Settings settings, Home home, boolean somewhereToGo, StorySoFar story, PrintStream out) {
    if (somewhereToGo) {
      out.println(Welcome.text(settings, Directory.read(settings.directory(home)), story));
    }
    out.println("Stop with Ctrl-C or ./samsnakk down. Logs: ./samsnakk logs");
  }

  private static Predicate<String> wanted(String[] arguments) {
    if (arguments.length == 2 && arguments[0].equals("--only")) {
      Set<String> only = new HashSet<>(List.of(arguments[1].split(",")));
      if (only.contains("postgres")) {
        only.add(Parts.SCHEMA);
      }
      return only::contains;
    }
    if (arguments.length > 0) {
      throw Refusal.SETTING_WRONG.with(
          "argument", String.join(" ", arguments), "--only a,b, migrate or event-keys <service>");
    }
    return part -> true;
  }

  private static Optional<ProcessHandle> process(String pid) {
    return ProcessHandle.of(Long.parseLong(pid));
  }

  private static void goWith(ProcessHandle launcher) {
    launcher.onExit().thenRun(() -> System.exit(0));
  }

  /** Runs when the JVM is told to end. */
  private static final class Stop implements Runnable {
    private final AtomicReference<@Nullable AllInOne> running = new AtomicReference<>();

    void with(AllInOne started) {
      running.set(started);
    }

    @Override
    public void run() {
      AllInOne started = running.get();
      if (started != null) {
        started.close();
      }
    }
  }
}
