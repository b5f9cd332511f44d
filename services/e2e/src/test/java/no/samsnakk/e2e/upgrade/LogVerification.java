package no.samsnakk.e2e.upgrade;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samsnakk.e2e.stage.Samsnakk;

/** What an operator is told who has the access log verified. */
final class LogVerification {
  private static final int AUDIT_MANAGEMENT = 14;
  private static final Pattern WHOLE = Pattern.compile("WHOLE: \\d+ entries, head (\\S+)\\s*$");

  private LogVerification() {}

  /** The newest head of a log that is whole. */
  static String head(Samsnakk samsnakk) {
    return head(ask(samsnakk, ""));
  }

  /** The same of one that has that earlier head in it. */
  static String headAfter(Samsnakk samsnakk, String earlier) {
    return head(ask(samsnakk, "?head=" + earlier));
  }

  private static String head(String verdict) {
    Matcher whole = WHOLE.matcher(verdict);
    if (!whole.find()) {
      throw new AssertionError(verdict);
    }
    return whole.group(1);
  }

  private static String ask(Samsnakk samsnakk, String query) {
    URI asked =
        URI.create(
            "http://127.0.0.1:%d/operator/log/verification%s"
                .formatted(samsnakk.port(AUDIT_MANAGEMENT), query));
    HttpRequest request =
        HttpRequest.newBuilder(asked)
            .header("Authorization", "Bearer " + samsnakk.secret("SAMSNAKK_OPERATOR_KEY_AUDIT"))
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
