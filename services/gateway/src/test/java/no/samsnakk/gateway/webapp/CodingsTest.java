package no.samsnakk.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.WebBuild;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web's build has compressed goes out so, to those who can read it. */
@QuarkusTest
@WithTestResource(World.class)
class CodingsTest {
  private static final String SCRIPT = "/assets/index-abc123.js";
  private static final String NO_CODING = "identity";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | br",
        "BR | br",
        "gzip, br;q=0.5 | gzip",
        "gzip;q=0.8, br;q=0.8 | br",
        "gzip | gzip",
        "br;q=0, gzip | gzip",
        "br;q=0, * | gzip",
        "* | br",
        "br;q=0.000, gzip; q=0 | identity",
        "identity, gzip;q=0.5 | identity",
        "identity | identity",
        "zstd, deflate | identity",
        "brotli, x-gzip | identity",
        "br;q=much, gzip;q=-1 | identity",
        ";, ;q=1, , | identity",
        "*;q=0 | identity",
        "identity;q=0 | identity"
      })
  void go_to_those_who_take_them(String accepted, String coding) {
    var answer = asks("GET", SCRIPT, "Accept-Encoding", accepted);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding").orElse(NO_CODING)).isEqualTo(coding);
    assertThat(WebBuild.decoded(answer.body(), coding)).isEqualTo("console.log(1)");
  }

  @Test
  void do_not_go_to_those_who_say_nothing() {
    var answer = asks("GET", SCRIPT);

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.body()).asString().isEqualTo("console.log(1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, "/service-worker.js"})
  void differ_in_length_coding_and_tag_alone(String path) {
    var answers =
        Stream.of("br", "gzip", NO_CODING)
            .map(coding -> asks("GET", path, "Accept-Encoding", coding))
            .toList();

    assertThat(answers).extracting(CodingsTest::othersOf).containsOnly(othersOf(answers.get(0)));
    assertThat(othersOf(answers.get(0)))
        .containsEntry("vary", List.of("accept-encoding"))
        .containsKeys("content-type", "cache-control", "content-security-policy");
    assertThat(answers).extracting(it -> it.headers().map().get("etag")).doesNotHaveDuplicates();
    assertThat(answers)
        .allSatisfy(
            it ->
                assertThat(it.headers().firstValueAsLong("Content-Length"))
                    .hasValue(it.body().length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip", NO_CODING})
  void have_a_head_of_their_own(String coding) {
    var whole = asks("GET", SCRIPT, "Accept-Encoding", coding);

    var head = asks("HEAD", SCRIPT, "Accept-Encoding", coding);

    assertThat(head.headers().map()).isEqualTo(whole.headers().map());
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip", NO_CODING})
  void are_not_sent_to_those_who_have_them(String coding) {
    var etag =
        asks("GET", SCRIPT, "Accept-Encoding", coding).headers().firstValue("ETag").orElseThrow();

    var again = asks("GET", SCRIPT, "Accept-Encoding", coding, "If-None-Match", etag);
    var other = asks("GET", SCRIPT, "Accept-Encoding", "x", "If-None-Match", "x, " + etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Vary")).isPresent();
    assertThat(other.statusCode()).isEqualTo(coding.equals(NO_CODING) ? 304 : 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT + ".br", SCRIPT + ".gz", "/assets/missing.js"})
  void have_no_address(String path) {
    var answer = asks("GET", path, "Accept-Encoding", "br, gzip", "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/rooms/0199", "/assets/alone.gz"})
  void are_not_made_where_the_build_made_none(String path) {
    var answer = asks("GET", path, "Accept-Encoding", "br, gzip", "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Vary")).isEmpty();
  }

  private static HttpResponse<byte[]> asks(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(Browser.address(path)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
  }

  private static Map<String, List<String>> othersOf(HttpResponse<?> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(it -> !List.of("content-length", "content-encoding", "etag").contains(it.getKey()))
        .collect(
            Collectors.toMap(it -> it.getKey(), it -> it.getValue(), (a, b) -> a, TreeMap::new));
  }
}
