package no.samsnakk.e2e.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody else has an account on the machine that Samsnakk runs on (R9). */
@Journey
@Order(34)
class StateFolderTest {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Cast cast;
  private final Samsnakk samsnakk;

  StateFolderTest(Cast cast, Samsnakk samsnakk) {
    this.cast = cast;
    this.samsnakk = samsnakk;
  }

  @Test
  void R9_nobodyButItsOwnerReadsASegmentALogALetterAnImportOrASecret() throws IOException {
    cast.roomForAll("Et rom som ingen andre leser");
    Path state = samsnakk.state();
    for (String kept : List.of("data/kafka", "data/mail", "logs", "keycloak", "run", "secrets")) {
      assertThat(state.resolve(kept)).isNotEmptyDirectory();
    }

    assertThat(openToOthers(state)).isEmpty();
  }

  private static List<Path> openToOthers(Path folder) throws IOException {
    List<Path> open = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return look(folder);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path goneMeanwhile, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          private FileVisitResult look(Path path) {
            if (isOpenToOthers(path)) {
              open.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return open;
  }

  private static boolean isOpenToOthers(Path path) {
    try {
      return !Files.isSymbolicLink(path)
          && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }
}
