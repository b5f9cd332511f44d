package no.samsnakk.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.samsnakk.local.process.Child;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Keycloak's programs, unpacked and built ({@code kc.sh build}) once for each version and set of
 * options.
 *
 * @param folder Keycloak's home
 */
public record Distribution(Path folder) {
  /** What is fixed when it is built, so that it starts faster afterwards. */
  private static final List<String> BUILD =
      List.of(
          "build",
          "--db=postgres",
          "--health-enabled=true",
          "--transaction-xa-enabled=false",
          "--features-disabled=kerberos,ciba,device-flow,par,impersonation,organization,passkeys,"
              // Sessions hold the identity number and BankID's tokens: they stay in memory (R9).
              + "persistent-user-sessions,"
              // Nobody uses them: neither an administrator's console nor a person's account pages.
              + "web-authn,admin,account,account-api");

  private static final Set<StandardOpenOption> WRITING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  /**
   * Unpacks and builds, if that has not been done.
   *
   * @param zips where Maven has put the distribution
   * @param runtime what the folder is made in
   */
  public static synchronized Distribution ready(Path zips, Path runtime, Path log) {
    Path zip = zip(zips);
    String version = zip.getFileName().toString().replaceFirst("\\.zip$", "");
    Path folder = runtime.resolve(version + "-" + Integer.toHexString(BUILD.hashCode()));
    try {
      Files.createDirectories(runtime);
      try (FileChannel channel = FileChannel.open(runtime.resolve("lock"), WRITING);
          FileLock ignored = channel.lock()) {
        Path built = folder.resolve("built");
        if (!Files.exists(built)) {
          unpack(zip, folder);
          build(folder, log);
          Files.createFile(built);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not unpack " + zip, e);
    }
    return new Distribution(folder);
  }

  private static Path zip(Path zips) {
    try (Stream<Path> all = Files.list(zips)) {
      return all.filter(file -> file.toString().endsWith(".zip"))
          .max(Path::compareTo)
          .orElseThrow(() -> new IOException("no zip"));
    } catch (IOException e) {
      throw new IllegalStateException("no Keycloak in " + zips + "; build services/local first", e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
      Enumeration<ZipArchiveEntry> entries = archive.getEntries();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        // Without the first folder of the name, which is the version.
        Path file = folder.resolve(entry.getName().replaceFirst("^[^/]+/", "")).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static void build(Path folder, Path log) {
    List<String> command =
        Stream.concat(Stream.of("/bin/sh", folder.resolve("bin/kc.sh").toString()), BUILD.stream())
            .toList();
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Child.run("keycloak-build", command, environment, folder, log);
  }
}
