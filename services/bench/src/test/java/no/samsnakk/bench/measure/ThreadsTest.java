package no.samsnakk.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.samsnakk.bench.measure.Threads.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM's own threads are told from those that run our code, by the names the kernel has. */
class ThreadsTest {
  @TempDir private Path tasks;

  @Test
  void compilersAndCollectorAreCountedApart() throws IOException {
    thread(1, "C2 CompilerThre", 500);
    thread(2, "C1 CompilerThre", 100);
    thread(3, "VM Thread", 200);
    thread(4, "JFR CPU Sampler", 50);
    thread(5, "vert.x-eventloo", 900);
    thread(6, "executor-thread", 300);

    var used = Threads.used(tasks);

    assertEquals(6, used.of(Kind.JIT));
    assertEquals(2, used.of(Kind.GC));
    assertEquals(0.5, used.of(Kind.JVM));
    assertEquals(12, used.of(Kind.JAVA));
  }

  private void thread(int id, String name, long ticks) throws IOException {
    var folder = Files.createDirectory(tasks.resolve("" + id));
    Files.writeString(folder.resolve("comm"), name + "\n");
    Files.writeString(
        folder.resolve("stat"),
        "%d (%s) S 1 0 0 0 0 0 0 0 0 0 %d 0 0 0".formatted(id, name, ticks));
  }
}
