package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.tls.Tls;

/** One of our services in a JVM of its own. */
public final class LocalService {
  private static final Duration START = Duration.ofSeconds(180);
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  private LocalService() {}

  /** Starts it and waits until it says that it is ready. */
  public static Child start(Home home, Settings settings, Secrets secrets, Service service) {
    return start(home, settings, secrets, service, service.label());
  }

  /**
   * The same for one of several instances of a service.
   *
   * @param settings with ports of its own
   * @param label its own too: what its folder and its log are called
   */
  public static Child start(
      Home home, Settings settings, Secrets secrets, Service service, String label) {
    Path folder = home.state().resolve("run").resolve(label);
    try {
      Files.createDirectories(folder);
      // Quarkus would make it for everybody to read and write.
      Files.createDirectories(home.temporary().resolve("vertx-cache"));
      Files.createDirectories(home.runtime("archives"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = command(home, settings, service);
    Map<String, String> environment = new ServiceEnvironment(home, settings, secrets).of(service);
    Child child = Child.start(label, command, environment, folder, home.log(label));
    Tls tls = secrets.tls(settings);
    try (HttpClient http = tls.http().build()) {
      int port = settings.port(service.managementPort());
      URI health = URI.create(tls.scheme() + "://127.0.0.1:" + port + "/q/health/ready");
      Await.answers(child, START, health, http);
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
    return child;
  }

  /**
   * The application's classes as one plain class path, so that the JVM can keep them in an archive:
   * that halves the work of a start. The JVM writes the archive itself, when it first ends after a
   * build, and does without one that no longer fits.
   */
  private static List<String> command(Home home, Settings settings, Service service) {
    List<String> options = new ArrayList<>(service.options(settings));
    options.add("-Djava.io.tmpdir=" + home.temporary());
    if (settings.archives()) {
      Path archive = home.runtime("archives").resolve(service.label() + ".jsa");
      options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
    }
    return Child.java(
        options, "-cp", classPath(service.application(home).resolveSibling("")), MAIN);
  }

  private static String classPath(Path application) {
    Path quarkus = application.resolve("quarkus");
    Stream<Path> first =
        // What Quarkus has changed goes before what it was made from.
        Stream.of(
            quarkus.resolve("transformed-bytecode.jar"), quarkus.resolve("generated-bytecode.jar"));
    Stream<Path> rest =
        Stream.of("app", "lib/boot", "lib/main").flatMap(name -> jars(application.resolve(name)));
    return Stream.concat(first, rest).map(Path::toString).collect(Collectors.joining(":"));
  }

  private static Stream<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
