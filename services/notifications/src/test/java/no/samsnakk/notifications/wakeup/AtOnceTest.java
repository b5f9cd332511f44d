package no.samsnakk.notifications.wakeup;

import static no.samsnakk.notifications.story.Story.eventually;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import no.samsnakk.notifications.story.Browser;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody waits for another's mail server or push service. One after the other these would take
 * minutes.
 */
@QuarkusTest
@WithTestResource(World.class)
class AtOnceTest {
  /** One fewer than may be on their way at once. */
  private static final int SLOW = 7;

  private final Story story = new Story();
  private final Person are = story.person("Are Nordmann");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void seven_push_services_that_do_not_answer_hold_up_nobody() {
    var vera = story.personWithoutEmail("Vera Veileder");
    var per = story.personWithoutEmail("Per Eksempel");
    var slow = Stream.generate(() -> vera.subscribesInABrowser("well")).limit(SLOW).toList();
    slow.forEach(Browser::isHeld);
    var quick = per.subscribesInABrowser("well");
    story.oldRoom(are, vera).writes(are);
    eventually(() -> slow.stream().allMatch(browser -> browser.count() > 0));

    story.oldRoom(are, per).writes(are);

    eventually(() -> quick.count() == 1);
    slow.forEach(Browser::isLetGo);
  }

  @Test
  void answers_that_begin_and_never_end_are_not_waited_for_for_ever() {
    var vera = story.personWithoutEmail("Vera Veileder");
    var per = story.personWithoutEmail("Per Eksempel");
    var endless =
        Stream.generate(() -> vera.subscribesInABrowser("endless")).limit(SLOW + 1).toList();
    endless.forEach(Browser::isHeld);
    var quick = per.subscribesInABrowser("well");
    story.oldRoom(are, vera).writes(are);
    eventually(() -> endless.stream().allMatch(browser -> browser.count() > 0));

    story.oldRoom(are, per).writes(are);

    eventually(() -> quick.count() == 1);
    endless.forEach(Browser::isLetGo);
  }

  @Test
  void seven_letters_that_are_not_taken_hold_up_nobody() {
    var slow = Stream.generate(() -> story.person("Somebody")).limit(SLOW).toList();
    var frida = story.person("Frida Fastlege");
    slow.forEach(person -> person.mailBox().isHeld());
    story.oldRoom(are, slow.toArray(Person[]::new)).writes(are);
    eventually(() -> slow.stream().allMatch(person -> person.mailBox().isWaitedFor()));

    story.oldRoom(are, frida).writes(are);

    eventually(() -> frida.mailBox().count() == 1);
    slow.forEach(person -> person.mailBox().isLetGo());
    eventually(() -> slow.stream().allMatch(person -> person.mailBox().count() > 0));
  }
}
