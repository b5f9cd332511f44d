package no.samsnakk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Stops our processes when we are gone.
 *
 * <p>A child shell reads process ids from a pipe that only this JVM writes to. The kernel closes
 * the pipe when the JVM dies, kill -9 included; the shell then asks each recorded process to stop,
 * waits a few seconds, and kills what is left.
 */
public final class Reaper {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      watched=''
      temporary=''
      while read -r verb value; do
        case $verb in
          watch) watched="$watched $value" ;;
          forget)
            rest=''
            for pid in $watched; do [ "$pid" = "$value" ] || rest="$rest $pid"; done
            watched=$rest ;;
          delete) temporary="$temporary
      $value" ;;
        esac
      done
      alive() { for pid in $watched; do kill -0 "$pid" 2>/dev/null && return 0; done; return 1; }
      for pid in $watched; do kill -TERM "$pid" 2>/dev/null; done
      left=50
      while alive && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
      for pid in $watched; do kill -KILL "$pid" 2>/dev/null; done
      printf '%s\\n' "$temporary" | while read -r folder; do
        [ -z "$folder" ] || rm -rf -- "$folder"
      done
      """;

  private static final class Only {
    private static final Reaper REAPER = new Reaper();
  }

  private final Writer pipe;

  private Reaper() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("/bin/sh", "-c", SCRIPT)
              .directory(Path.of("/").toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD);
      // It lives as long as we do, and needs nothing of what we know.
      builder.environment().keySet().retainAll(Set.of("PATH"));
      Process shell = builder.start();
      pipe = shell.outputWriter(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this JVM. */
  public static Reaper reaper() {
    return Only.REAPER;
  }

  /** From now on this process does not outlive us. */
  public void watch(long pid) {
    tell("watch " + pid);
  }

  /** The process has ended: its number may soon be someone else's. */
  public void forget(long pid) {
    tell("forget " + pid);
  }

  /** The folder is deleted when we are gone. */
  public void deleteAtEnd(Path folder) {
    tell("delete " + folder.toAbsolutePath());
  }

  private synchronized void tell(String line) {
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the reaper is gone", e);
    }
  }
}
