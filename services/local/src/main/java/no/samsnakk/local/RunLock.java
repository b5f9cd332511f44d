package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One Samsnakk for each state folder. The lock ends with the process; {@code run/pid} says whose it
 * is.
 */
final class RunLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path pid;

  private RunLock(FileChannel channel, Path pid) {
    this.channel = channel;
    this.pid = pid;
  }

  static RunLock take(Home home) {
    Path folder = home.state().resolve("run");
    Path pid = folder.resolve("pid");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw Refusal.ALREADY_RUNNING.with(home.root(), Files.readString(pid).strip());
      }
      Files.writeString(pid, ProcessHandle.current().pid() + "\n");
      return new RunLock(channel, pid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(pid);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
