package no.samsnakk.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.Ear;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators get to see, on a port that browsers do not reach. */
@QuarkusTest
@WithTestResource(World.class)
class ManagementTest {

  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/openapi", management = true)
  URL openApi;

  @Test
  void is_ready_with_its_database_although_the_issuer_is_away() {
    given()
        .get(ready)
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("Reactive PostgreSQL connections health check"));
  }

  @Test
  void is_measured() {
    given().get(metrics).then().statusCode(200);
  }

  /** A page that has its own name lead here (DNS rebinding) gets nothing to read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:9080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "localhost:80:80",
        "[evil]",
        "localhost."
      })
  void answers_nobody_who_asks_by_a_name_that_is_not_its_own(String host) {
    for (var path : List.of(metrics, openApi)) {
      given()
          .header("Host", host)
          .get(path)
          .then()
          .statusCode(oneOf(400, 421))
          .body(not(containsString("jvm_")), not(containsString("paths")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[evil", "a b", "localhost:x", "localhost:99999", "%zz", "user@evil"})
  void answers_a_host_that_is_none_with_400_and_tells_nobody(String host) throws IOException {
    try (var told = Ear.listen()) {
      for (var asked : List.of(ready, metrics)) {
        assertThat(statusLine(asked, host)).isEqualTo("HTTP/1.1 400 Bad Request");
      }
      assertThat(told.messages()).noneMatch(it -> it.contains("Host"));
    }
  }

  /** RestAssured does not send such a thing. */
  private static String statusLine(URL asked, String host) throws IOException {
    try (var socket = new Socket(asked.getHost(), asked.getPort())) {
      var request = "GET " + asked.getPath() + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }

  @Test
  void tells_everybody_whether_it_is_well_and_nothing_by_that_path() {
    given().header("Host", "evil.example").get(ready).then().statusCode(200);
    given()
        .header("Host", "evil.example")
        .urlEncodingEnabled(false)
        .get(ready + "/../../metrics")
        .then()
        .statusCode(not(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:9080",
        "127.0.0.1:1",
        "10.1.2.3:9080",
        "[::1]:9080",
        "[2001:db8::7]",
        "gateway.operator.example:9080"
      })
  void answers_who_asks_by_an_address_or_by_a_name_that_it_was_given(String host) {
    given().header("Host", host).get(metrics).then().statusCode(200);
  }

  @Test
  void R9_measures_no_path_and_counts_no_more_of_them_than_there_are() {
    var kari = people.signedIn().browser();
    var room = Ids.next().toString();
    for (var path :
        List.of("/api/rooms/", "/api/conversations/", "/api/access-log/rooms/", "/rooms/", "/x/")) {
      kari.gets(path + room, "Accept", "text/html");
      Browser.ofNobody().gets(path + room);
    }
    kari.gets("/auth/session");
    kari.changes("PUT", "/api/rooms/" + room, "{}");
    kari.changes("DELETE", "/auth/sessions/" + room, "");
    IntStream.range(0, 50).forEach(i -> Browser.ofNobody().gets("/typed-" + i + "/by-a-script"));

    var measured = given().get(metrics).then().statusCode(200).extract().asString();

    assertThat(measured)
        .contains("uri=\"/api to rooms\"", "uri=\"/auth/sessions/{sessionId}\"")
        .doesNotContain(room, "typed-")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    assertThat(measured.lines().filter(it -> it.startsWith("http_server_requests_seconds_count")))
        .hasSizeLessThan(60);
  }

  @Test
  void describes_its_api() {
    var description = given().accept("application/json").get(openApi).then().statusCode(200);
    for (var path : new String[] {"login", "callback", "session", "logout", "ticket"}) {
      description.body("paths", hasKey("/auth/" + path));
    }
  }
}
