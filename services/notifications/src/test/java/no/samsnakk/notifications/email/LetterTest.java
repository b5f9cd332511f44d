package no.samsnakk.notifications.email;

import static no.samsnakk.notifications.story.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.TakingAway;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class LetterTest {
  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");
  private final Person frida = story.person("Frida Fastlege");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void R9_the_letter_says_neither_who_nor_where_nor_what() throws MessagingException, IOException {
    var room = story.room(are, frida);
    var message = room.writes(are);
    eventually(() -> frida.mailBox().count() >= 1);
    var raw = frida.mailBox().letters().getFirst();

    var all = raw + text(raw, 0) + text(raw, 1);

    assertThat(all)
        .doesNotContainPattern("\\bAre\\b")
        .doesNotContainIgnoringCase("Nordmann", "Frida", "Fastlege")
        .doesNotContain(room.roomId().toString(), message.envelope().entryId().toString())
        .doesNotContain(message.ciphertext(), are.personId().toString())
        .doesNotContain(frida.personId().toString());
  }

  @Test
  void it_says_that_there_is_something_new_and_links_to_the_front_door()
      throws MessagingException, IOException {
    story.room(are, frida).writes(are);
    eventually(() -> frida.mailBox().count() >= 1);
    var raw = frida.mailBox().letters().getFirst();

    assertThat(mail(raw).getSubject()).isEqualTo("Du har noe nytt i Samsnakk");
    assertThat(mail(raw).getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail(raw).getHeader("Message-ID")).hasSize(1);
    assertThat(text(raw, 0)).contains("http://localhost:8080/news\r\n").contains("113", "116 117");
    assertThat(text(raw, 1)).contains("<a href=\"http://localhost:8080/news\">");
  }

  @Test
  void R9_who_is_asked_is_told_why_it_is_safe_and_not_by_whom_or_what()
      throws MessagingException, IOException {
    story.proposedRoom(are);
    eventually(() -> are.mailBox().count() >= 1);
    var raw = are.mailBox().letters().getFirst();

    assertThat(mail(raw).getSubject()).isEqualTo("Noen venter på svar fra deg i Samsnakk");
    for (int part : List.of(0, 1)) {
      assertThat(text(raw, part))
          .contains("En som hjelper deg, venter på svar", "din egen BankID", "113", "116 117")
          .contains("http://localhost:8080/news")
          .doesNotContain("Are", "Nordmann", are.personId().toString());
    }
  }

  @Test
  void who_has_answered_before_it_could_go_is_not_told_that_anybody_waits()
      throws MessagingException, IOException {
    are.mailBox().refuses(1_000);
    var room = story.proposedRoom(are);
    eventually(() -> waiting("REQUEST") == 1);

    room.patientApproves();
    room.writes(frida);
    eventually(() -> waiting("REQUEST") == 0 && waiting("MESSAGE") == 1);
    are.mailBox().refuses(0);

    eventually(() -> are.mailBox().count() == 1);
    assertThat(mail(are.mailBox().letters().getFirst()).getSubject())
        .isEqualTo("Du har noe nytt i Samsnakk");
  }

  @Test
  void what_comes_as_a_letter_without_reason_is_taken_away_is_told_at_once() throws SQLException {
    are.mailBox().isHeld();
    var room = story.proposedRoom(are);
    eventually(() -> are.mailBox().isWaitedFor());
    room.patientApproves();
    eventually(() -> waiting("REQUEST") == 0);
    try (var held = TakingAway.isHeld()) {
      are.mailBox().refuses(1);
      are.mailBox().isLetGo();
      eventually(held::isWaitedFor);
      room.writes(frida);
      eventually(() -> waiting("MESSAGE") == 1);
      // Whoever takes a letter has it for a minute; here for so long that no patience is enough.
      Story.asSuperuser(
          "update notifications.delivery set next_attempt_at = 'infinity' where person_id = '%s'"
              .formatted(are.personId()));
    }

    eventually(() -> are.mailBox().count() == 1);
  }

  @Test
  void what_comes_while_a_letter_is_handed_over_is_told_by_another() {
    var room = story.room(are, frida);
    are.mailBox().isHeld();
    room.writes(frida);
    eventually(() -> are.mailBox().isWaitedFor());

    story.proposedRoom(are);
    eventually(() -> waiting("REQUEST") == 1);
    are.mailBox().isLetGo();

    eventually(() -> are.mailBox().count() == 2);
    assertThat(are.mailBox().letters())
        .map(raw -> mail(raw).getSubject())
        .containsExactly("Du har noe nytt i Samsnakk", "Noen venter på svar fra deg i Samsnakk");
  }

  /** Of what Are is to be told and that has begun its way. */
  private long waiting(String kind) {
    return Story.count(
        "notifications.wakeup where planned_at is not null and kind = '%s' and person_id = '%s'"
            .formatted(kind, are.personId()));
  }

  @Test
  void a_former_address_is_asked_whether_it_was_she_and_led_to_the_front_door() {
    var letter = Letter.ofFormerAddress("http://localhost:8080");

    assertThat(letter.subject()).isEqualTo("Noe er endret i Samsnakk");
    assertThat(letter.text()).contains("Var det ikke deg?", ":\nhttp://localhost:8080\n");
    assertThat(letter.html()).contains("Var det ikke deg?", "<a href=\"http://localhost:8080\">");
  }

  private static String text(String raw, int part) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail(raw).getContent()).getBodyPart(part).getContent();
  }

  private static MimeMessage mail(String raw) throws MessagingException {
    var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII));
    return new MimeMessage(Session.getInstance(new Properties()), bytes);
  }
}
