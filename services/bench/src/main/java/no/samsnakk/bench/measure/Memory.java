package no.samsnakk.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM holds after a full collection.
 *
 * @param resident of the whole process, in bytes; seldom gets smaller
 * @param heap what is alive, in bytes
 * @param direct outside the heap, in bytes: Netty's buffers
 */
public record Memory(long resident, long heap, long direct) {
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)");
  private static final Pattern BUFFERS =
      Pattern.compile("(?m)^jvm_buffer_memory_used_bytes\\{[^}]*id=\"direct\"[^}]*} (\\S+)");
  private static final Pattern NETTY =
      Pattern.compile(
          "(?m)^netty_allocator_memory_used\\{[^}]*memory_type=\"direct\"[^}]*} (\\S+)");

  /** Collects, and looks. */
  public static Memory afterCollection(long pid, int managementPort) {
    collect(pid);
    collect(pid);
    var metrics = metrics(managementPort);
    // Netty may allocate past the JVM's own count, or within it: the larger is the one that is.
    return new Memory(
        resident(pid), sum(HEAP, metrics), Math.max(sum(BUFFERS, metrics), sum(NETTY, metrics)));
  }

  private static void collect(long pid) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      new ProcessBuilder(jcmd, "" + pid, "GC.run")
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String metrics(int port) {
    var address = URI.create("http://127.0.0.1:" + port + "/q/metrics");
    var request = HttpRequest.newBuilder(address).header("Accept", "text/plain").build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static long sum(Pattern value, String metrics) {
    return (long)
        value.matcher(metrics).results().mapToDouble(m -> Double.parseDouble(m.group(1))).sum();
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
