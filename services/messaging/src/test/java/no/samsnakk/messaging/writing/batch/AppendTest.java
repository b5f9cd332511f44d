package no.samsnakk.messaging.writing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import no.samsnakk.messaging.readtrace.view.ViewEntries;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class AppendTest {
  private static final long TOO_MUCH = 1L << 53;

  @Inject Outbox outbox;
  @Inject Pool pool;

  /** Whoever sends statements without waiting for each other waits for all of them at the end. */
  @Test
  void R6_what_nobody_takes_in_fails_like_a_statement() {
    var untold =
        ViewEntries.entry(
            Ids.next(), null, Ids.next(), Ids.next(), Instant.now(), 1L, TOO_MUCH, null);

    assertThat(Append.to(outbox, pool, List.of(untold)).failed()).isTrue();
  }
}
