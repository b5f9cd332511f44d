package no.samsnakk.local.process;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A running process of ours, writing to a log file of its own. */
public final class Child implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(60);

  /** Whoever needs a secret is told it; nobody inherits those of others. */
  private static final Pattern SECRET =
      Pattern.compile("SAMSNAKK_(.*(PASSWORD|KEY|SECRET)|(EVENT|OPERATOR)_KEY_.*)|PGPASSWORD");

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  static boolean isSecret(String variable) {
    return SECRET.matcher(variable).matches();
  }

  /**
   * Starts a process. Its output is appended to the log, and it ends when we do.
   *
   * @param environment added to our own without its secrets
   */
  public static Child start(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      makePrivate(log);
      ProcessBuilder builder =
          new ProcessBuilder(withUmask(command))
              .directory(folder.toFile())
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .redirectErrorStream(true);
      builder.environment().keySet().removeIf(Child::isSecret);
      builder.environment().putAll(environment);
      Process process = builder.start();
      Reaper.reaper().watch(process.pid());
      process.onExit().thenRun(() -> Reaper.reaper().forget(process.pid()));
      return new Child(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + name, e);
    }
  }

  /** What it writes is for our own eyes; the shell becomes the command, so the id is its own. */
  private static List<String> withUmask(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
    whole.addAll(command);
    return whole;
  }

  private static void makePrivate(Path log) throws IOException {
    if (!Files.exists(log)) {
      try {
        Files.createFile(log, asFileAttribute(fromString("rw-------")));
      } catch (FileAlreadyExistsException another) {
        // A second one with the same log, that came first.
      }
    }
  }

  /** Runs a command to its end, with its output in the log. */
  public static void run(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
    try (Child child = start(name, command, environment, folder, log)) {
      int code = child.process.waitFor();
      if (code != 0) {
        throw new ChildFailed(name + " ended with code " + code, log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChildFailed(name + " was interrupted", log);
    }
  }

  /** The command of a JVM like ours. */
  public static List<String> java(List<String> options, String... rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(rest));
    return command;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public Process process() {
    return process;
  }

  public Path log() {
    return log;
  }

  /** Fails when the process has ended: for those who wait for it to become ready. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new ChildFailed(name + " ended with code " + process.exitValue(), log);
    }
  }

  /** Sends a signal, by its name without SIG. */
  public void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop, and kills it if it has not done so in time. */
  @Override
  public void close() {
    close(GRACE);
  }

  /** As {@link #close()}, with this much time. */
  public void close(Duration grace) {
    try {
      if (process.isAlive()) {
        process.destroy();
      }
      if (!process.waitFor(grace.toMillis(), MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
