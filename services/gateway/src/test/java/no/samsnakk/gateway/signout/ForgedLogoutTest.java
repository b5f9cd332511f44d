package no.samsnakk.gateway.signout;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.Ear;
import no.samsnakk.gateway.world.IssuerStandIn;
import no.samsnakk.gateway.world.LogoutTokens;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody makes up logout tokens, and keys that they are said to be signed with. */
@QuarkusTest
@WithTestResource(value = World.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ForgedLogoutTest {
  private static final int FORGED = 200;
  private static final int AT_ONCE = 40;
  private static final long WINDOW_SECONDS = 10;

  @Inject People people;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "samsnakk.issuer")
  String issuerAddress;

  private IssuerStandIn issuer;
  private LogoutTokens signing;
  private String keyId;

  @BeforeEach
  void theIssuerHasAKeyOfItsOwn() throws IOException {
    issuer = IssuerStandIn.that(issuerAddress, 0);
    rotates();
  }

  @AfterEach
  void itIsGone() {
    issuer.close();
  }

  @Test
  void however_many_key_ids_he_makes_up_the_issuer_is_asked_for_its_keys_twice_in_ten_seconds()
      throws InterruptedException {
    var kari = people.signedInWith("sid-kari");
    var vera = people.signedInWith("sid-vera");
    await().until(() -> endedByIssuer("sid-vera") == 200);
    assertThat(vera.browser().gets("/api/rooms").statusCode()).isEqualTo(401);

    flood("sid-kari");

    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    assertThat(endedByIssuer("sid-kari")).as("by a key that is known").isEqualTo(200);
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
  }

  @Test
  void a_new_key_of_the_issuers_is_believed_while_he_goes_on() throws InterruptedException {
    var kari = people.signedInWith("sid-new-key");
    flood("sid-other");
    rotates();

    await()
        .until(
            () -> {
              flood("sid-other");
              var answer = endedByIssuer("sid-new-key");
              assertThat(answer).as("not for good").isIn(200, 503);
              return answer == 200;
            });

    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
  }

  @Test
  void all_are_counted_and_the_operator_reads_one_line_in_ten_seconds()
      throws InterruptedException {
    var before = refused();
    try (var told = Ear.listen()) {
      var began = System.nanoTime();

      flood("sid-other");

      var lines = told.messages().stream().filter(it -> it.startsWith("SAMS00607")).count();
      assertThat(lines).isLessThanOrEqualTo(windowsSince(began));
      assertThat(told.messages()).noneMatch(it -> it.contains("sid-other"));
    }
    assertThat(refused() - before).isEqualTo(FORGED);
  }

  /** The one that was under way before, those that are over, and the one that is not. */
  private static int windowsSince(long began) {
    return (int) (NANOSECONDS.toSeconds(System.nanoTime() - began) / WINDOW_SECONDS) + 2;
  }

  private void rotates() {
    signing = LogoutTokens.by(issuerAddress);
    keyId = "" + UUID.randomUUID();
    issuer.publishes(signing, keyId);
  }

  private int endedByIssuer(String providerSid) {
    return post(signing.ending(providerSid, keyId));
  }

  /** Many at once, each with a key id that nobody has heard of; what comes of it is bounded. */
  private void flood(String providerSid) throws InterruptedException {
    var before = issuer.keysAsked();
    var began = System.nanoTime();

    var answers = forged(providerSid);

    assertThat(answers).hasSize(FORGED).allMatch(it -> it == 400 || it == 503);
    assertThat(issuer.keysAsked() - before).isLessThanOrEqualTo(2 * windowsSince(began));
  }

  private List<Integer> forged(String providerSid) throws InterruptedException {
    var forging = LogoutTokens.by(issuerAddress);
    var tokens = Stream.generate(() -> forging.ending(providerSid, "" + UUID.randomUUID()));
    try (var senders = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var calls = tokens.limit(FORGED).<Callable<Integer>>map(it -> () -> post(it)).toList();
      return senders.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private static int post(String logoutToken) {
    return Browser.ofNobody()
        .sends(
            "POST",
            "/auth/back-channel-logout",
            "logout_token=" + logoutToken,
            "Content-Type",
            "application/x-www-form-urlencoded")
        .statusCode();
  }

  private double refused() {
    return metrics.find("samsnakk.gateway.logouts.refused").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
