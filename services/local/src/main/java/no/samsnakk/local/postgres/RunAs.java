package no.samsnakk.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. Where we are root, it runs as somebody without rights, in a
 * process that replaces itself (so that its id and its signals are PostgreSQL's own).
 */
public enum RunAs {
  /** We are nobody special ourselves. */
  OURSELVES(),
  /**
   * In a user namespace in which root is nobody. The files stay root's, so that this works below
   * folders that only root may enter.
   */
  NAMESPACE("unshare", "--user"),
  /** As nobody; needs a checkout that everybody may read. For containers that forbid namespaces. */
  NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final String NOBODYS_ID = "65534:65534";

  private final List<String> prefix;

  RunAs(String... prefix) {
    this.prefix = List.of(prefix);
  }

  /**
   * What works here.
   *
   * @param program one that it must be able to run
   * @throws IllegalStateException when we are root and neither way is open
   */
  public static RunAs here(String program) {
    if (!isRoot()) {
      return OURSELVES;
    }
    for (RunAs way : List.of(NAMESPACE, NOBODY)) {
      if (way == NOBODY) {
        letRead(Path.of(program).resolve("../..").normalize());
      }
      if (succeeds(way.command(List.of(program, "--version")))) {
        return way;
      }
    }
    throw new IllegalStateException(
        "PostgreSQL does not run as root, and neither `unshare --user` nor `setpriv` (util-linux) can"
            + " run it as someone else here: start Samsnakk as an ordinary user");
  }

  /** The command that runs this one. */
  public List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives the folder to whoever will run in it. */
  public void own(Path folder) {
    if (this != OURSELVES) {
      String owner = this == NOBODY ? NOBODYS_ID : "0:0";
      if (this == NOBODY) {
        // The folder that the data lies in, and the state folder.
        letThrough(folder.toAbsolutePath().getParent(), 2);
      }
      if (!succeeds(List.of("chown", "-R", owner, folder.toString()))) {
        throw new IllegalStateException("could not give " + folder + " to " + owner);
      }
    }
  }

  /** Programs are no secret: nobody may read them. */
  private static void letRead(Path programs) {
    succeeds(List.of("chmod", "-R", "go+rX", programs.toString()));
    // "postgres" and "runtime" in the checkout's state folder.
    letThrough(programs.toAbsolutePath().getParent(), 3);
  }

  /** On the way to what is his he passes through our folders, and sees nothing of what is there. */
  private static void letThrough(@Nullable Path folder, int levels) {
    if (folder != null && levels > 0 && succeeds(List.of("chmod", "o+x", folder.toString()))) {
      letThrough(folder.getParent(), levels - 1);
    }
  }

  private static boolean isRoot() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    } catch (IOException | UnsupportedOperationException noProc) {
      return System.getProperty("user.name").equals("root");
    }
  }

  private static boolean succeeds(List<String> command) {
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
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
