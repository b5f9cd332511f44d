package no.samsnakk.gateway.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.ticket.Tickets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class TicketResourceTest {
  @Inject People people;
  @Inject Tickets tickets;

  @Test
  void hands_out_what_messaging_believes_for_half_a_minute() {
    var kari = people.signedIn();

    var answer = new JsonObject(kari.browser().changes("POST", "/auth/ticket", "").body());

    var ticket = tickets.verify(answer.getString("ticket")).orElseThrow();
    assertThat(ticket.personId()).isEqualTo(kari.personId());
    assertThat(Duration.between(Instant.now(), Instant.parse(answer.getString("expiresAt"))))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    assertThat(Duration.between(Instant.now(), ticket.sessionEndsAt()))
        .isBetween(Duration.ofMinutes(599), Duration.ofHours(10));
  }

  @Test
  void hands_out_another_one_each_time() {
    var kari = people.signedIn().browser();

    var one = kari.changes("POST", "/auth/ticket", "").body();

    assertThat(kari.changes("POST", "/auth/ticket", "").body()).isNotEqualTo(one);
  }
}
