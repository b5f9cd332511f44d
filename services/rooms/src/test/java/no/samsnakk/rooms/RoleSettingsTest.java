package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import java.sql.SQLException;
import java.util.Map;
import no.samsnakk.contracts.database.BentRole;
import org.junit.jupiter.api.Test;

/** Somebody has rooms' database password, and sets its role as he likes. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RoleSettingsTest {
  @Test
  void R2_R4_noneOfItReachesTheSessionsOfTheService() throws SQLException {
    var database = Servers.postgres().superuserJdbcUrl();
    try (var bent = BentRole.of(database, "rooms")) {
      assertEquals(BentRole.right(Map.of("search_path", "rooms")), answer());
    }
    answer();
  }

  /** Its connections have been ended: the first question may find one that is none any more. */
  private static String answer() {
    return await().ignoreExceptions().until(RoleSettingsTest::ask, text -> !text.isEmpty());
  }

  private static String ask() {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () ->
              Panache.withSession(
                  () ->
                      Panache.getSession()
                          .chain(
                              session ->
                                  session
                                      .createNativeQuery(BentRole.asked(), String.class)
                                      .getSingleResult())));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
