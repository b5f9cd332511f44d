package no.samsnakk.notifications.webpush;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.samsnakk.notifications.story.Browser;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class PushTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person vera = story.personWithoutEmail("Vera Veileder");
  @Inject MeterRegistry metrics;

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void vera_hears_in_every_browser_that_she_said_yes_in() {
    var phone = vera.subscribesInABrowser("well");
    var desk = vera.subscribesInABrowser("well");

    story.oldRoom(are, vera).writes(are);

    eventually(() -> phone.count() == 1 && desk.count() == 1);
  }

  @Test
  void R9_the_push_is_short_lived_encrypted_and_says_nothing_in_its_headers() {
    var phone = vera.subscribesInABrowser("well");
    var room = story.oldRoom(are, vera);

    room.writes(are);

    eventually(() -> phone.count() == 1);
    var push = phone.pushes();
    assertThat(push.getList("[0].headers.Ttl")).containsExactly("86400");
    assertThat(push.getList("[0].headers.Topic")).containsExactly("samsnakk");
    assertThat(push.getList("[0].headers.'Content-encoding'")).containsExactly("aes128gcm");
    assertThat(push.getString("[0].headers.Authorization")).startsWith("[vapid t=");
    assertThat(push.getString("[0].headers"))
        .doesNotContain(room.roomId().toString(), vera.personId().toString());
    assertThat(new String(body(phone), StandardCharsets.ISO_8859_1)).doesNotContain("kind");
  }

  @Test
  void what_the_browser_reads_in_it_is_one_word() {
    var browser = new BrowserKeys();
    var phone = Browser.of("well");
    vera.subscribes(phone.endpoint(), browser.keys()).statusCode(204);
    var proposed = new BrowserKeys();
    var aresPhone = Browser.of("well");
    are.subscribes(aresPhone.endpoint(), proposed.keys()).statusCode(204);

    story.oldRoom(are, vera).writes(are);
    story.proposedRoom(are, vera);

    eventually(() -> phone.count() == 1 && aresPhone.count() == 1);
    assertThat(browser.decrypts(body(phone))).isEqualTo("{\"kind\":\"message\"}");
    assertThat(proposed.decrypts(body(aresPhone))).isEqualTo("{\"kind\":\"request\"}");
  }

  @Test
  void a_browser_that_is_gone_is_forgotten() {
    var gone = vera.subscribesInABrowser("gone");

    story.oldRoom(are, vera).writes(are);

    eventually(() -> gone.count() == 1 && subscriptions(vera) == 0);
  }

  @Test
  void a_push_service_that_stumbles_is_asked_again() {
    var shaky = vera.subscribesInABrowser("shaky");

    story.oldRoom(are, vera).writes(are);

    eventually(() -> shaky.count() == 2);
    story.timePasses();
    assertThat(shaky.count()).isEqualTo(2);
  }

  @Test
  void one_that_stays_down_is_given_up_and_counted() {
    var before = givenUp();
    var broken = vera.subscribesInABrowser("broken");
    var well = vera.subscribesInABrowser("well");

    story.oldRoom(are, vera).writes(are);

    eventually(() -> broken.count() == 3 && givenUp() > before);
    story.timePasses();
    assertThat(broken.count()).isEqualTo(3);
    assertThat(well.count()).isEqualTo(1);
  }

  @Test
  void a_redirect_is_not_followed() {
    var before = givenUp();
    var moved = vera.subscribesInABrowser("moved");
    var target = new Browser(moved.endpoint().replace("moved", "well"));

    story.oldRoom(are, vera).writes(are);

    eventually(() -> moved.count() == 3 && givenUp() > before);
    assertThat(target.count()).isZero();
  }

  @Test
  void who_said_no_again_hears_nothing() {
    var phone = vera.subscribesInABrowser("well");
    vera.unsubscribes(phone).statusCode(204);

    story.oldRoom(are, vera).writes(are);

    story.timePasses();
    assertThat(phone.count()).isZero();
  }

  private double givenUp() {
    return metrics.counter("samsnakk.notifications.given.up", "channel", "PUSH").count();
  }

  private static long subscriptions(Person person) {
    return Story.count(
        "notifications.subscription where person_id = '%s'".formatted(person.personId()));
  }

  private static byte[] body(Browser browser) {
    return Base64.getDecoder().decode(browser.pushes().getString("[0].body"));
  }
}
