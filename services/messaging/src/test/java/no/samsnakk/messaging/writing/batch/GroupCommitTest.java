package no.samsnakk.messaging.writing.batch;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final List<Promise<Void>> underWay = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    vertx.close();
  }

  private GroupCommit<String> commits(int most, int capacity) {
    return new GroupCommit<>(
        vertx,
        most,
        capacity,
        batch -> {
          batches.add(batch);
          Promise<Void> done = Promise.promise();
          underWay.add(done);
          return done.future();
        });
  }

  @Test
  void the_first_waits_for_nothing_and_the_rest_share() {
    var commits = commits(3, 10);
    commits.offer("a");
    await().until(() -> batches.size() == 1);
    List.of("b", "c", "d", "e").forEach(commits::offer);

    underWay.get(0).complete();
    await().until(() -> batches.size() == 2);
    underWay.get(1).fail("what goes wrong in one batch does not stop the next");
    await().until(() -> batches.size() == 3);

    assertThat(batches).containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
  }

  @Test
  void it_says_no_when_too_many_wait() {
    var commits = commits(1, 2);
    commits.offer("a");
    await().until(() -> batches.size() == 1);

    assertThat(commits.offer("b")).isTrue();
    assertThat(commits.offer("c")).isTrue();
    assertThat(commits.offer("d")).isFalse();
  }

  /** Writers that began on one thread would else share its event loop, or run on none. */
  @Test
  void each_writer_commits_on_an_event_loop_of_its_own() {
    var loops = new CopyOnWriteArrayList<Context>();
    vertx.runOnContext(
        nothing -> {
          for (int i = 0; i < 2; i++) {
            new GroupCommit<String>(vertx, 1, 1, batch -> noted(loops)).offer("a");
          }
        });

    await().until(() -> loops.size() == 2);
    assertThat(loops).doesNotHaveDuplicates().allMatch(Context::isEventLoopContext);
  }

  private static Future<?> noted(List<Context> loops) {
    loops.add(Vertx.currentContext());
    return Future.succeededFuture();
  }
}
