package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import no.samsnakk.contracts.database.BentRole;
import no.samsnakk.messaging.story.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Somebody has messaging's database password, and sets its role as he likes. */
@QuarkusTest
@WithTestResource(World.class)
class RoleSettingsTest {
  /** What is messaging's own; statements may take longer in tests (World). */
  private static final Map<String, String> OWN =
      Map.of(
          "search_path", "messaging",
          "idle_in_transaction_session_timeout", "3s",
          "statement_timeout", "1min");

  @Inject Pool pool;

  @ConfigProperty(name = "test.superuser")
  String database;

  @Test
  void R2_R4_none_of_it_reaches_the_connections_of_the_service() throws SQLException {
    try (var bent = BentRole.of(database, "messaging")) {
      assertThat(answer()).isEqualTo(BentRole.right(OWN));
    }
    answer();
  }

  /** His connections have been ended: the first question may find one that is none any more. */
  private String answer() {
    return await()
        .ignoreExceptions()
        .until(
            () ->
                pool.query(BentRole.asked())
                    .execute()
                    .map(rows -> rows.iterator().next().getString(0))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join(),
            text -> !text.isEmpty());
  }
}
