package no.samsnakk.messaging.wire.socket;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a socket, what it survives, and what ends it. */
@QuarkusTest
@WithTestResource(World.class)
class SocketTest {
  private Story story;
  private Person are;
  private Person vera;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void a_ticket_opens_one_socket() {
    var ticket = are.ticket();

    var browser = Browser.connect(ticket, World.ORIGIN);

    assertThat(browser.subprotocol()).isEqualTo("samsnakk.v1");
    assertThat(Browser.refusal(ticket, World.ORIGIN)).isEqualTo(401);
    browser.closes();
  }

  @Test
  void a_ticket_that_is_none_opens_nothing() {
    var ticket = are.ticket();
    var forged = ticket.substring(0, ticket.length() - 4) + "AAAA";

    assertThat(Browser.refusal(null, World.ORIGIN)).isEqualTo(401);
    assertThat(Browser.refusal("tull", World.ORIGIN)).isEqualTo(401);
    assertThat(Browser.refusal(forged, World.ORIGIN)).isEqualTo(401);
  }

  @Test
  void a_foreign_or_missing_origin_opens_nothing() {
    assertThat(Browser.refusal(are.ticket(), "https://ond.example")).isEqualTo(403);
    assertThat(Browser.refusal(are.ticket(), World.ORIGIN + ".ond.example")).isEqualTo(403);
    assertThat(Browser.refusal(are.ticket(), null)).isEqualTo(403);
  }

  @Test
  void nothing_is_compressed_although_the_client_offers_it() {
    assertThat(are.connects().extensions()).doesNotContain("permessage-deflate");
  }

  @ParameterizedTest
  @CsvSource({
    "'', frame-malformed",
    "'null', frame-malformed",
    "'[]', frame-malformed",
    "'{', frame-malformed",
    "'{}', frame-malformed",
    "'{\"type\":\"fly\"}', frame-type-unknown",
    "'{\"type\":\"open\"}', frame-malformed",
    "'{\"type\":\"open\",\"roomId\":\"tull\"}', frame-malformed",
    "'{\"type\":\"hello\",\"rooms\":[null]}', frame-malformed",
    "'{\"type\":\"send\"}', frame-malformed",
    "'{\"type\":\"ping\"} tull', frame-malformed"
  })
  void a_frame_that_is_none_is_answered_and_survived(String text, String code) {
    are.browser().says(text);

    assertThat(are.browser().hears(ServerFrame.ErrorFrame.class).code()).isEqualTo(code);
    are.browser().hearsAllThatIsComing();
  }

  @Test
  void bytes_are_no_frame() {
    are.browser().saysBytes(new byte[] {1, 2, 3});

    assertThat(are.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }

  @Test
  void a_socket_ends_with_its_session() {
    var phone = are.connects();
    var vera1 = vera.connects();

    story.signsOut(are);

    assertThat(phone.isClosedWith()).isEqualTo(4401);
    assertThat(vera1.isOpen()).isTrue();
  }

  @Test
  void a_socket_does_not_outlive_its_session_when_nobody_tells() {
    var browser = are.connects(Instant.now().plusSeconds(2));

    assertThat(browser.isClosedWith()).isEqualTo(4401);
  }

  @Test
  void a_socket_ends_with_its_session_without_Kafka() {
    var phone = are.connects();
    var vera1 = vera.connects();

    story.signsOutSilently(are);

    await().until(() -> !phone.isOpen());
    assertThat(phone.isClosedWith()).isEqualTo(4401);
    assertThat(vera1.isOpen()).isTrue();
  }

  @Test
  void a_socket_ends_when_the_session_has_idled_away() {
    var phone = are.connects();

    story.idlesAway(are);

    assertThat(phone.isClosedWith()).isEqualTo(4401);
  }

  @Test
  void a_ticket_from_before_a_sign_out_opens_nothing_after_it() {
    var ticket = are.ticket();
    story.signsOutSilently(are);

    assertThat(Browser.refusal(ticket, World.ORIGIN)).isEqualTo(401);
  }

  @Test
  void a_ticket_of_a_session_that_has_idled_away_opens_nothing() {
    var ticket = are.ticket();
    story.idlesAway(are);

    assertThat(Browser.refusal(ticket, World.ORIGIN)).isEqualTo(401);
  }
}
