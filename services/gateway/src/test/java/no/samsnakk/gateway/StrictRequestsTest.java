package no.samsnakk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.contracts.openapi.Strictness;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the gateway itself can be asked for, as the contract does not allow it (R11). */
@QuarkusTest
@WithTestResource(World.class)
class StrictRequestsTest {
  @Inject People people;

  static List<Operation> all() {
    return Operation.of("gateway");
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_address_that_is_no_text_is_refused(Operation operation) {
    var kari = people.signedIn().browser();
    var complaints =
        Strictness.ofAddress(
            operation, Map.of(), (method, address, body) -> send(kari, method, address));

    assertThat(complaints).isEmpty();
  }

  /** What a browser comes from the issuer with, or from a link somewhere, is others' to decide. */
  static List<Operation> allButTheWayIn() {
    var wayIn = Set.of("/auth/login", "/auth/callback");
    return all().stream().filter(it -> !wayIn.contains(it.path())).toList();
  }

  @ParameterizedTest
  @MethodSource("allButTheWayIn")
  void a_query_that_the_contract_does_not_know_is_refused(Operation operation) {
    var kari = people.signedIn().browser();
    var complaints =
        Strictness.ofQuery(
            operation, Map.of(), (method, address, body) -> send(kari, method, address));

    assertThat(complaints).isEmpty();
  }

  @Test
  void the_issuer_may_send_more_than_we_know_but_nothing_twice() {
    var kari = people.signedIn().browser();

    assertThat(kari.gets("/auth/callback?state=a&code=b&other=c").statusCode()).isEqualTo(302);
    assertThat(kari.gets("/auth/callback?state=a&code=b&code=b").statusCode()).isEqualTo(400);
  }

  @Test
  void a_link_may_say_more_than_we_know_but_nothing_twice() {
    var kari = people.signedIn().browser();

    assertThat(kari.gets("/auth/login?returnTo=/rooms&other=c").statusCode()).isEqualTo(302);
    assertThat(kari.gets("/auth/login?returnTo=/&returnTo=/rooms").statusCode()).isEqualTo(400);
  }

  /** It passes on what its services answer, and takes JSON nowhere itself. */
  @Test
  void it_takes_no_JSON() {
    assertThat(Operation.withBody("gateway")).isEmpty();
  }

  private static Strictness.Answer send(Browser browser, String method, String address) {
    var answer =
        method.equals("GET") ? browser.gets(address) : browser.changes(method, address, "");
    var type = answer.headers().firstValue("Content-Type").orElse("");
    return new Strictness.Answer(answer.statusCode(), type, answer.body());
  }
}
