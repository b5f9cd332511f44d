package no.samsnakk.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** What a service tells of itself at {@code /q/metrics}. */
public record Metrics(String text) {

  /** As it is now. */
  public static Metrics of(int managementPort) {
    var address = URI.create("http://127.0.0.1:" + managementPort + "/q/metrics");
    var request = HttpRequest.newBuilder(address).header("Accept", "text/plain").build();
    try (var client = HttpClient.newHttpClient()) {
      return new Metrics(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Metrics("");
    }
  }

  /** The sum of what has this name. */
  public double sum(String name) {
    return sum(name, "");
  }

  /** The sum of what has this name and this label, written as there: {@code area="heap"}. */
  public double sum(String name, String label) {
    var line =
        Pattern.compile(
            "(?m)^" + name + "(?:\\{[^}]*" + Pattern.quote(label) + "[^}]*})?\\s+(\\S+)");
    return line.matcher(text)
        .results()
        .filter(found -> found.group().contains(label))
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }
}
