package no.samsnakk.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file system of its own in memory, small enough to be filled. Only where we may mount one: that
 * takes root on Linux.
 */
public final class SmallDisk implements AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;

  private final Path folder;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** Mounted at the folder where that is allowed, an ordinary folder elsewhere. */
  static SmallDisk at(Path folder, int mebibytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var options = "size=" + mebibytes + "m,mode=0700";
    boolean mounted =
        succeeds("mount", "-t", "tmpfs", "-o", options, "samsnakk-faults", folder.toString());
    if (mounted) {
      // Also when we are interrupted; what a SIGKILL leaves, the next run releases.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> release(folder)));
    }
    return new SmallDisk(folder, mounted);
  }

  /** Lets go of what a run that was killed has left mounted. */
  static void release(Path folder) {
    if (Files.isDirectory(folder)) {
      succeeds("umount", "--lazy", folder.toString());
    }
  }

  /** Whether it can be filled. */
  public boolean isSmall() {
    return mounted;
  }

  /** Writes until nothing more fits. */
  public void fill() {
    if (!mounted) {
      throw new IllegalStateException("not a disk of its own");
    }
    try (var file =
        Files.newByteChannel(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var zeros = ByteBuffer.allocateDirect(MEBIBYTE);
      while (true) {
        zeros.clear();
        file.write(zeros);
      }
    } catch (IOException full) {
      // As intended.
    }
  }

  /** Makes room again. */
  public void empty() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    if (mounted) {
      empty();
      release(folder);
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
