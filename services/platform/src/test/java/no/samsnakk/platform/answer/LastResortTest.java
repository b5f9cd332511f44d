package no.samsnakk.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.ConnectException;
import no.samsnakk.contracts.log.Lines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails outside JAX-RS, with an identity number in its address. */
class LastResortTest {
  private static final String NUMBER = "17868410183";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void R9_an_address_in_which_no_route_can_be_looked_for_is_a_problem_and_told_nobody() {
    assertThat(answer("/%zz/" + NUMBER)).startsWith("400 {").contains("invalid-request");
  }

  @Test
  void R9_a_fault_is_one_and_its_line_does_not_say_what_was_asked_for() {
    assertThat(answer("/throws/" + NUMBER)).startsWith("500 {").contains("\"code\":\"fault\"");
  }

  @Test
  void R11_what_is_refused_without_an_answer_gets_one() {
    assertThat(answer("/413")).startsWith("413 {").contains("invalid-request");
    assertThat(answer("/away")).startsWith("503 {").contains("temporarily-unavailable");
  }

  private String answer(String address) {
    try (var log = Lines.listen()) {
      var answered =
          vertx
              .createHttpServer()
              .requestHandler(router())
              .listen(0)
              .compose(
                  at ->
                      vertx
                          .createHttpClient()
                          .request(HttpMethod.GET, at.actualPort(), "localhost", address))
              .compose(
                  asked ->
                      asked
                          .send()
                          .compose(it -> it.body().map(body -> it.statusCode() + " " + body)))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      assertThat(log.told()).isEmpty();
      return answered;
    }
  }

  private Router router() {
    var router = Router.router(vertx);
    router
        .route("/throws/*")
        .handler(
            ctx -> {
              throw new IllegalStateException("Nobody expected that");
            });
    router.route("/413").handler(ctx -> ctx.fail(413));
    router.route("/away").handler(ctx -> ctx.fail(new ConnectException()));
    new LastResort(new Faults(new Outages("test", new SimpleMeterRegistry()))).open(router);
    return router;
  }
}
