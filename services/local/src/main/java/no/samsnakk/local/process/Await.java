package no.samsnakk.local.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits until something is so. */
public final class Await {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Await() {}

  /**
   * Tries until the attempt no longer throws, while the process lives.
   *
   * @throws ChildFailed when the process ends, or time is up
   */
  public static <T> T ready(Child child, Duration limit, Callable<T> attempt) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      child.requireAlive();
      Optional<T> answer = attempted(attempt);
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new ChildFailed(
            child.name() + " was not ready within " + limit.toSeconds() + " s", child.log());
      }
      pause();
    }
  }

  /**
   * Tries until the address answers 200, while the process lives.
   *
   * @param http who asks
   */
  public static void answers(Child child, Duration limit, URI uri, HttpClient http) {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    ready(
        child,
        limit,
        () -> {
          if (!Ports.answers(uri.getPort())) {
            throw new ConnectException();
          }
          int status = http.send(request, BodyHandlers.discarding()).statusCode();
          if (status != 200) {
            throw new IOException("answered " + status);
          }
          return true;
        });
  }

  private static <T> Optional<T> attempted(Callable<T> attempt) {
    try {
      return Optional.of(attempt.call());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (Exception notYet) {
      return Optional.empty();
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting", e);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
