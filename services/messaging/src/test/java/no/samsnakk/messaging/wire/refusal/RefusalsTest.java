package no.samsnakk.messaging.wire.refusal;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** Nobody buries a patient's log, however fast he is refused, looks, or pages (decision 31). */
@QuarkusTest
@WithTestResource(World.class)
class RefusalsTest extends RoomOfAre {
  private static final String TOO_MANY = "too-many-requests";

  @Test
  void R6_many_refusals_are_a_few_entries_that_say_how_many_they_were() {
    var nils = story.person();
    for (int i = 0; i < 80; i++) {
      nils.browser().says(ClientFrame.Send.text(room, Ids.next(), "Hei"));
    }
    nils.browser()
        .hears(
            ServerFrame.Refused.class,
            last -> nils.browser().all(ServerFrame.Refused.class).size() == 80);

    assertThat(nils.browser().all(ServerFrame.Refused.class))
        .extracting(ServerFrame.Refused::code)
        .containsOnly("room-unknown");
    await().untilAsserted(() -> assertThat(counted(refusals(nils, room))).isEqualTo(80));
    // Two for each window of three seconds that it took.
    assertThat(refusals(nils, room)).hasSizeLessThan(40);
  }

  @Test
  void R6_a_refused_mark_and_a_refused_view_are_counted_too() {
    var nils = story.person();
    for (int i = 0; i < 20; i++) {
      nils.browser().says(new ClientFrame.Read(room, null, 1));
      nils.browser().says(new ClientFrame.Open(room, null));
    }

    await().untilAsserted(() -> assertThat(counted(refusals(nils, room))).isEqualTo(40));
    assertThat(refusals(nils, room)).hasSizeLessThan(20);
  }

  @Test
  void R6_who_looks_without_end_is_told_so_once_and_nobody_else_notices() {
    looksUntilRefused(vera);

    story.wire.hears(AuditRecorded.class, it -> refused(it, vera, TOO_MANY));
    for (int i = 0; i < 100; i++) {
      vera.browser().says(new ClientFrame.Open(room, null));
    }
    vera.browser().hearsAllThatIsComing();

    assertThat(story.wire.all(AuditRecorded.class, it -> refused(it, vera, TOO_MANY)))
        .as("once in a window of three seconds, and its count")
        .hasSizeLessThan(20)
        .extracting(AuditRecorded::roomId)
        .containsOnlyNulls();
    assertThat(are.opens(room).lastSeq()).isZero();
  }

  @Test
  void R6_pages_of_history_are_of_the_same_budget() {
    looksUntilRefused(vera);

    var answer =
        await().until(() -> vera.pages(room, Map.of()).extract(), it -> it.statusCode() == 429);

    assertThat(answer.<String>path("code")).isEqualTo(TOO_MANY);
  }

  @Test
  void R6_so_is_a_hello_which_is_answered_without_the_rooms() {
    looksUntilRefused(vera);
    vera.browser().forgets();
    var hello = new ClientFrame.Hello(List.of(new ClientFrame.Resume(room, 0)));

    for (int i = 0; i < 50; i++) {
      vera.browser().says(hello);
    }
    var refused = vera.browser().hears(ServerFrame.Refused.class);

    assertThat(refused).isEqualTo(new ServerFrame.Refused(room, null, TOO_MANY));
    await().until(() -> vera.browser().all(ServerFrame.Welcome.class).size() == 50);
  }

  /** One view after the other: what is not answered in time would be taken for silence. */
  private void looksUntilRefused(Person person) {
    var browser = person.browser();
    for (int i = 1; browser.all(ServerFrame.Refused.class).isEmpty(); i++) {
      int asked = i;
      browser.says(new ClientFrame.Open(room, null));
      browser.hears(ServerFrame.class, last -> answers(browser) == asked);
    }
    assertThat(browser.hears(ServerFrame.Refused.class).code()).isEqualTo(TOO_MANY);
  }

  private static int answers(Browser browser) {
    return browser.all(ServerFrame.Opened.class).size()
        + browser.all(ServerFrame.Refused.class).size();
  }

  private static boolean refused(AuditRecorded entry, Person person, String code) {
    return entry.agentId().equals(person.personId()) && code.equals(entry.code());
  }

  private List<AuditRecorded> refusals(Person person, UUID roomId) {
    return story.wire.all(
        AuditRecorded.class,
        it -> it.agentId().equals(person.personId()) && roomId.equals(it.roomId()));
  }

  /** For how many refusals they stand: an entry that counts stands for the first one too. */
  private static long counted(List<AuditRecorded> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(
                AuditRecorded::viewId, it -> it.count() == null ? 1L : it.count(), Math::max))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
