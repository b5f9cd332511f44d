package no.samsnakk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;

/** Too many begin to sign in. The tests come by way of an ingress on this machine. */
@QuarkusTest
@WithTestResource(World.class)
class BusyTest {
  /** Twice what an address may in a minute, and some: the minute may change meanwhile. */
  private static final int COMING = 300;

  @Test
  void one_address_is_told_to_wait_and_another_is_not() throws Exception {
    var answers = comeFrom("203.0.113.7", "Accept", "application/json");

    var refused = answers.stream().filter(it -> it.statusCode() == 429).toList();
    assertThat(refused).hasSizeGreaterThanOrEqualTo(60).hasSizeLessThan(COMING);
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).contains("\"code\":\"too-many-sign-ins\"");
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
              assertThat(Browser.cookies(answer)).isEmpty();
            });
    assertThat(beginFrom("203.0.113.8", "Accept", "*/*").statusCode()).isEqualTo(302);
  }

  @Test
  void a_person_gets_a_page_that_goes_on_by_itself() throws Exception {
    var answers = comeFrom("203.0.113.9", "Accept", "text/html,*/*");

    assertThat(answers.stream().filter(it -> it.statusCode() == 429))
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Refresh")).isPresent();
              assertThat(answer.headers().firstValue("Content-Type"))
                  .contains("text/html; charset=utf-8");
              assertThat(answer.body()).startsWith("<!doctype html>");
            });
  }

  @Test
  void what_somebody_writes_before_the_ingress_does_makes_nobody_else_of_him() throws Exception {
    var answers = comeFrom("198.51.100.%d, 203.0.113.10", "Accept", "*/*");

    assertThat(answers.stream().filter(it -> it.statusCode() == 429)).isNotEmpty();
  }

  private static List<HttpResponse<String>> comeFrom(String address, String accept, String accepted)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Callable<HttpResponse<String>>> all =
          IntStream.range(0, COMING)
              .<Callable<HttpResponse<String>>>mapToObj(
                  i -> () -> beginFrom(address.formatted(i % 200), accept, accepted))
              .toList();
      return threads.invokeAll(all).stream().map(Future::resultNow).toList();
    }
  }

  private static HttpResponse<String> beginFrom(String address, String accept, String accepted) {
    return Browser.ofNobody().gets("/auth/login", "X-Forwarded-For", address, accept, accepted);
  }
}
