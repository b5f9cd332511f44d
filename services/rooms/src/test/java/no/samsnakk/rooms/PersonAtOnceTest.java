package no.samsnakk.rooms;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.rooms.person.NameSource;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;
import org.junit.jupiter.api.Test;

/** Several things change a person at once. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PersonAtOnceTest {
  private static final int AT_ONCE = 40;

  @Inject People people;

  @Test
  void ofFortyChangesAtOnceNoneIsLostAndNoTwoAreToldUnderOneVersion() throws Exception {
    var are = Actor.are();
    var changes = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      int mine = i;
      changes.add(i % 10 == 0 ? () -> wantsLettersAt(are, mine) : () -> isCalled(are, mine));
    }

    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var answer : threads.invokeAll(changes)) {
        assertEquals(200, answer.get());
      }
    }

    long version = versionOf(are);
    var told =
        await()
            .until(
                () -> Heard.personsOf(are.personId()),
                all -> all.stream().anyMatch(one -> one.version() == version));
    var versions = told.stream().map(PersonChanged::version).toList();
    assertEquals(LongStream.rangeClosed(1, version).boxed().toList(), versions);
    assertEquals(1 + AT_ONCE, version);
    are.looksAtHerself().body("name", equalTo(told.getLast().name()));
    are.seesHerAddress().body("email", equalTo(told.getLast().email()));
  }

  private static int isCalled(Actor who, int number) {
    var today = who.called("Are Nummer " + number);
    return today.reportsSignIn(today.idToken(), Servers.INTERNAL_KEY).extract().statusCode();
  }

  /** Until nobody has changed anything meanwhile. */
  private static int wantsLettersAt(Actor who, int number) {
    int status;
    do {
      status =
          who.wantsLettersAt("are" + number + "@mail.example", versionOf(who))
              .extract()
              .statusCode();
    } while (status == 409);
    return status;
  }

  /** Every path takes the row's lock; one that forgot it would fail, and undo nothing. */
  @Test
  void whoForgetsTheLockUndoesNothing() throws Exception {
    var are = Actor.are();
    var id = are.personId();

    assertThrows(
        RuntimeException.class,
        () ->
            VertxContextSupport.subscribeAndAwait(
                () ->
                    Panache.withTransaction(
                        () ->
                            people
                                .one(id)
                                .call(() -> Uni.createFrom().voidItem().invoke(() -> renamed(id)))
                                .invoke(PersonAtOnceTest::isCalledSomethingElse))));

    are.looksAtHerself().body("name", equalTo("Are Nygift"));
  }

  private static void isCalledSomethingElse(Person person) {
    person.called("Are Igjen", NameSource.BANKID, Instant.now());
  }

  /** As another instance does. */
  private static void renamed(UUID id) {
    try {
      Database.execute(
          """
          update rooms.person set name = 'Are Nygift', version = version + 1,
            row_version = row_version + 1 where person_id = '%s'"""
              .formatted(id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long versionOf(Actor who) {
    return who.seesHerAddress().extract().jsonPath().getLong("version");
  }
}
