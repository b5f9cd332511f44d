package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;

/** One of our services in a JVM of its own. */
public final class LocalService {
  private static final Duration START = Duration.ofSeconds(180);

  private LocalService() {}

  /** Starts it and waits until it says that it is ready. */
  public static Child start(Home home, Settings settings, Secrets secrets, Service service) {
    Path folder = home.state().resolve("run").resolve(service.label());
    try {
      Files.createDirectories(folder);
      Files.createDirectories(home.temporary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> options = new ArrayList<>(service.options(settings));
    options.add("-Djava.io.tmpdir=" + home.temporary());
    List<String> command = Child.java(options, "-jar", service.application(home).toString());
    Map<String, String> environment = new ServiceEnvironment(home, settings, secrets).of(service);
    Child child =
        Child.start(service.label(), command, environment, folder, home.log(service.label()));
    try {
      int port = settings.port(service.managementPort());
      URI health = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
      Await.answers(child, START, health);
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
    return child;
  }
}
