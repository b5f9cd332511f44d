package no.samsnakk.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie: the checkout, and the one folder that everything we write goes to.
 *
 * @param root the checkout
 * @param state {@code .samsnakk} in it, or {@code SAMSNAKK_STATE}
 */
public record Home(Path root, Path state) {
  private static final Path MARK = Path.of("deploy", "postgres", "roles.sql");

  /**
   * Finds the checkout: system property {@code samsnakk.home}, or the nearest folder above the
   * working directory that has {@code deploy/postgres/roles.sql}.
   */
  public static Home find() {
    Path root = search();
    String state = System.getenv("SAMSNAKK_STATE");
    return new Home(
        root, state == null ? root.resolve(".samsnakk") : Path.of(state).toAbsolutePath());
  }

  private static Path search() {
    String given = System.getProperty("samsnakk.home");
    if (given != null) {
      return Path.of(given).toAbsolutePath();
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(MARK))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "no checkout of Samsnakk above " + Path.of("").toAbsolutePath() + "; set -Dsamsnakk.home");
  }

  /** A file that an operator applies. */
  public Path deploy(String path) {
    return root.resolve("deploy").resolve(path);
  }

  /** What Maven has copied for us: jars, PostgreSQL's binaries. */
  public Path lib() {
    return root.resolve("services/local/target/lib");
  }

  /** What the data of the running Samsnakk lies in. */
  public Path data(String part) {
    return state.resolve("data").resolve(part);
  }

  public Path log(String part) {
    return state.resolve("logs").resolve(part + ".log");
  }

  /** Unpacked programs, the same for every state folder; made again when missing. */
  public Path runtime(String part) {
    return root.resolve(".samsnakk/runtime").resolve(part);
  }

  /** Folders of temporary servers. */
  public Path temporary() {
    return state.resolve("tmp");
  }
}
