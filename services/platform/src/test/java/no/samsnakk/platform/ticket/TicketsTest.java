package no.samsnakk.platform.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String KEY = key("a key of exactly thirty-two byte");
  private static final UUID ARE = Ids.next();
  private static final UUID SESSION = Ids.next();

  private final Tickets gateway = tickets(KEY, NOW);

  @Test
  void a_ticket_tells_whose_it_is_and_when_the_session_ends() {
    var sessionEnds = NOW.plusSeconds(3600);

    var ticket = gateway.verify(gateway.issue(ARE, SESSION, sessionEnds)).orElseThrow();

    assertThat(ticket.personId()).isEqualTo(ARE);
    assertThat(ticket.sessionId()).isEqualTo(SESSION);
    assertThat(ticket.sessionEndsAt()).isEqualTo(sessionEnds);
    assertThat(ticket.expiresAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void two_tickets_are_never_the_same() {
    assertThat(gateway.issue(ARE, SESSION, NOW)).isNotEqualTo(gateway.issue(ARE, SESSION, NOW));
  }

  @Test
  void after_half_a_minute_it_is_no_good() {
    var later = tickets(KEY, NOW.plus(Duration.ofSeconds(31)));

    assertThat(later.verify(gateway.issue(ARE, SESSION, NOW.plusSeconds(3600)))).isEmpty();
  }

  @Test
  void one_signed_with_another_key_is_no_good() {
    var forger = tickets(key("another key of thirty-two bytes!"), NOW);

    assertThat(gateway.verify(forger.issue(ARE, SESSION, NOW.plusSeconds(3600)))).isEmpty();
  }

  @Test
  void one_without_a_signature_is_no_good() {
    var issued = gateway.issue(ARE, SESSION, NOW.plusSeconds(3600)).split("\\.");
    var unsigned = base64Url("{\"alg\":\"none\"}") + "." + issued[1] + ".";

    assertThat(gateway.verify(unsigned)).isEmpty();
  }

  @Test
  void what_is_not_a_ticket_at_all_is_no_good() {
    assertThat(gateway.verify("")).isEmpty();
    assertThat(gateway.verify("a.b.c")).isEmpty();
    assertThat(gateway.verify("hei på deg")).isEmpty();
  }

  private static Tickets tickets(String key, Instant now) {
    return new Tickets(key, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String key(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
