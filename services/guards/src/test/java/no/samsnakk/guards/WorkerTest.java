package no.samsnakk.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Path CODE = Path.of("services/gateway/Door.java");

  private static Guard guard(String id) {
    return new Guard(
        id, "It shuts.", CODE, new NamedTest(CODE, "shuts"), List.of(new Change("shut\n", "")));
  }

  private static Queue<Guard> queue(String... ids) {
    return new ArrayDeque<>(List.of(ids).stream().map(WorkerTest::guard).toList());
  }

  private record Noted(Queue<String> tried, String missed) implements Worker.Tries {
    @Override
    public Verdict of(Guard guard) {
      tried.add(guard.id());
      return guard.id().equals(missed) ? new Missed() : new Found();
    }

    @Override
    public Path log(Guard guard) {
      return Path.of(guard.id() + ".log");
    }
  }

  @Test
  void triesTheFirstQueueFirstAndAnswersWhatWasNotFound() throws Exception {
    var tried = new ArrayDeque<String>();
    var worker =
        new Worker(new Noted(tried, "R4-b"), List.of(queue("R1-a"), queue("R4-b", "R6-c")));

    assertEquals(List.of("R4-b"), worker.call());
    assertEquals(List.of("R1-a", "R4-b", "R4-b", "R4-b", "R6-c"), List.copyOf(tried));
  }

  @Test
  void oneThatCannotBeTriedIsBrokenAndTheOthersAreTried() throws Exception {
    var tried = new ArrayDeque<String>();
    var noted = new Noted(tried, "");
    var failing =
        new Worker.Tries() {
          @Override
          public Verdict of(Guard guard) throws IOException {
            if (guard.id().equals("R1-a")) {
              throw new IOException("no space left");
            }
            return noted.of(guard);
          }

          @Override
          public Path log(Guard guard) {
            return noted.log(guard);
          }
        };

    assertEquals(List.of("R1-a"), new Worker(failing, List.of(queue("R1-a", "R4-b"))).call());
    assertEquals(List.of("R4-b"), List.copyOf(tried));
  }

  @Test
  void twoShareWhatIsLeft() throws Exception {
    var ids = IntStream.range(0, 200).mapToObj(i -> "R1-" + i).toList();
    Queue<Guard> left = new ConcurrentLinkedQueue<>(ids.stream().map(WorkerTest::guard).toList());
    Queue<String> tried = new ConcurrentLinkedQueue<>();
    var worker = new Worker(new Noted(tried, ""), List.of(left));

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var worked : threads.invokeAll(List.of(worker, worker))) {
        assertEquals(List.of(), worked.get());
      }
    }
    assertEquals(ids.stream().sorted().toList(), new ArrayList<>(tried).stream().sorted().toList());
  }
}
