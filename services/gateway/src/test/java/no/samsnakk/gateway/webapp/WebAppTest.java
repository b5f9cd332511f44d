package no.samsnakk.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.RawRequest;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class WebAppTest {
  private final Browser anybody = Browser.ofNobody();

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/index.html, text/html; charset=utf-8",
    "/service-worker.js, text/javascript; charset=utf-8",
    "/manifest.webmanifest, application/manifest+json"
  })
  void is_asked_for_anew_each_time(String path, String contentType) {
    var first = anybody.gets(path);

    assertThat(first.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    var etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(anybody.gets(path, "If-None-Match", "\"old\", W/" + etag).statusCode())
        .isEqualTo(304);
    assertThat(anybody.gets(path, "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void is_kept_for_ever_where_the_name_changes_with_the_content() {
    var answer = anybody.gets("/assets/index-abc123.js");

    assertThat(answer.body()).isEqualTo("console.log(1)");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/0199", "/rooms/0199/log", "/search", "/deep/er/still/"})
  void shows_its_page_for_every_screen(String path) {
    var answer = anybody.gets(path, "Accept", "text/html,application/xhtml+xml");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>Samsnakk</title>");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "/rooms/0199, application/json",
    "/rooms/0199, */*",
    "/assets/missing.js, text/html",
    "/assets/sub, text/html",
    "/favicon.ico, text/html"
  })
  void does_not_take_a_missing_file_for_a_screen(String path, String accept) {
    var answer = anybody.gets(path, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"not-found\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt", "/assets/../../secret.txt", "/assets/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt", "/assets/..\\..\\secret.txt", "/link.txt"
      })
  void lets_nobody_out_of_its_folder(String path) {
    var answer = RawRequest.send("GET " + path + " HTTP/1.1", "Accept: text/html");

    assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("outside");
  }

  @Test
  void answers_the_head_alone() {
    var answer = anybody.sends("HEAD", "/", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("38");
    assertThat(answer.body()).isEmpty();
  }
}
