package no.samsnakk.local.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.process.Child;

/**
 * One Keycloak's own home: links to the unpacked programs, beside realms and themes of its own, so
 * that several can run from one distribution.
 *
 * @param folder its home
 */
public record Instance(Path folder) {
  private static final List<String> SHARED = List.of("lib", "conf", "providers", "bin");

  public static Instance prepare(
      Path folder, Distribution distribution, Path reviewed, Directory directory) {
    try {
      Files.createDirectories(folder);
      for (String name : SHARED) {
        Path link = folder.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.folder().resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Themes.write(reviewed.resolve("themes"), directory, folder.resolve("themes"));
    Realms.write(reviewed, directory, folder.resolve("data/import"));
    return new Instance(folder);
  }

  /**
   * What the realms are made of, and how Keycloak was built: when it differs from last time's, they
   * have to be imported anew.
   */
  public String fingerprint(Map<String, String> placeholders, Distribution distribution) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(distribution.folder().getFileName().toString().getBytes(UTF_8));
      try (Stream<Path> realms = Files.list(folder.resolve("data/import"))) {
        for (Path realm : realms.sorted().toList()) {
          digest.update(Files.readAllBytes(realm));
        }
      }
      digest.update(new TreeMap<>(placeholders).toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it, without the shell script around it: its process is Keycloak's own. */
  public Child start(Map<String, String> environment, List<String> arguments, Path log) {
    List<String> options =
        List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            // Halves the work of a start; Keycloak has little to do afterwards.
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dkc.home.dir=" + folder,
            "-Djboss.server.config.dir=" + folder.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            folder.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    List<String> command = Child.java(options, arguments.toArray(String[]::new));
    return Child.start("keycloak", command, environment, folder, log);
  }
}
