package no.samsnakk.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose processor time is whose. A process table of our own, so that it can be counted exactly. */
class CpuTest {
  private static final long WE = 10;
  private static final long POSTGRES = 20;

  @TempDir private Path proc;

  @Test
  void theServersThatWeHaveStartedAreNotCountedAsOurs() throws IOException {
    runs(WE, 1, 300, 100);
    runs(POSTGRES, WE, 1_000, 0);

    assertEquals(4, used(Cpu.OURSELVES));
    assertEquals(10, used("postgres"));
  }

  @Test
  void norAreThoseThatWeHaveStartedAndThatHaveEnded() throws IOException {
    runs(WE, 1, 300, 100, 5_000);

    assertEquals(4, used(Cpu.OURSELVES));
  }

  @Test
  void aServerCountsWithItsWorkersLivingAndDead() throws IOException {
    runs(WE, 1, 0, 0);
    runs(POSTGRES, WE, 100, 100, 500);
    runs(21, POSTGRES, 200, 0);
    runs(22, 21, 50, 0);

    assertEquals(9.5, used("postgres"));
  }

  @Test
  void onThisMachineThereIsSomethingToReadForLinux() {
    var now = Cpu.used(Map.of()).seconds().get(Cpu.OURSELVES);

    assertTrue(!Files.exists(Path.of("/proc/self/stat")) || (now != null && now > 0));
  }

  private double used(String name) {
    return Cpu.used(proc, Map.of("postgres", POSTGRES), WE).seconds().getOrDefault(name, -1d);
  }

  private void runs(long pid, long parent, long user, long system) throws IOException {
    runs(pid, parent, user, system, 0);
  }

  private void runs(long pid, long parent, long user, long system, long deadChildren)
      throws IOException {
    var stat =
        "%d (a name) with ) in it) S %d 0 0 0 0 0 0 0 0 0 %d %d %d 0 20 0"
            .formatted(pid, parent, user, system, deadChildren);
    Files.writeString(Files.createDirectory(proc.resolve("" + pid)).resolve("stat"), stat);
  }
}
