package no.samsnakk.guards;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A copy of the checkout, in which guards may be taken out: the checkout itself is never touched.
 *
 * <p>What was built there before stays, so that only what has changed is built again.
 */
record Tree(Path root) {
  private static final List<String> TOP =
      List.of("pom.xml", "mvnw", ".mvn", "deploy", "docs", "services");

  /**
   * What tests need of what was built or fetched: servers' binaries, the web's packages, the web.
   */
  private static final List<String> NEEDED =
      List.of("services/local/target/lib", "services/web/node_modules", "services/web/dist");

  private static final Set<String> BUILT = Set.of("target", "node_modules", "dist");

  /** Makes the copy in {@code into} what the checkout is. */
  static Tree copyOf(Path checkout, Path into) throws IOException {
    for (var name : TOP) {
      forget(into.resolve(name), checkout.resolve(name));
      copy(checkout.resolve(name), into.resolve(name));
    }
    for (var built : NEEDED) {
      link(checkout.resolve(built), into.resolve(built));
    }
    return new Tree(into);
  }

  /** Files that the checkout does not have any more. */
  private static void forget(Path copied, Path original) throws IOException {
    if (Files.exists(copied)) {
      Files.walkFileTree(
          copied,
          new Sources() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile()
                  && !Files.exists(original.resolve(copied.relativize(file).toString()))) {
                Files.delete(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private static void copy(Path original, Path copied) throws IOException {
    Files.walkFileTree(
        original,
        new Sources() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              copyIfDifferent(file, copied.resolve(original.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** A file that is the same keeps its time, and is not compiled again. */
  private static void copyIfDifferent(Path file, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(file, to) == -1) {
      return;
    }
    Files.createDirectories(to.getParent());
    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    var executable = to.toFile().setExecutable(Files.isExecutable(file));
    if (!executable) {
      throw new IOException("Not to be made executable: " + to);
    }
  }

  private static void link(Path original, Path copied) throws IOException {
    if (Files.exists(original) && !Files.exists(copied)) {
      Files.createDirectories(copied.getParent());
      Files.deleteIfExists(copied);
      Files.createSymbolicLink(copied, original);
    }
  }

  /** Passes by what was built. */
  private abstract static class Sources extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return BUILT.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }
  }

  /**
   * Forgets the classes of all modules but this one. A test of Quarkus takes those of another
   * module from its folder where there are any, and what a trial has left there lacks its guard.
   */
  void forgetClassesBut(String module) throws IOException {
    try (var modules = Files.list(root.resolve("services"))) {
      for (var other : modules.filter(one -> !one.endsWith(module)).toList()) {
        delete(other.resolve("target/classes"));
        delete(other.resolve("target/test-classes"));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** The tree without this guard, until it is closed. */
  Without without(Guard guard) throws IOException {
    var file = root.resolve(guard.file());
    var text = Files.readString(file);
    Files.writeString(file, guard.takenOutOf(text));
    return () -> Files.writeString(file, text);
  }

  /** Puts the guard back. */
  interface Without extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
