package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs, Kafka's segments, letters, Keycloak's imports: nobody else on the machine reads them. */
class OwnersOnlyTest {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  @TempDir Path folder;

  @Test
  void whatRunsWritesForItsOwnerAlone_andWhatLiesThereIsMended() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    Path old = Files.createDirectories(state.resolve("logs")).resolve("messaging.log");
    Files.writeString(old, "from before");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));

    AllInOneProcess samsnakk = AllInOneProcess.start(state, Map.of(), "postgres,kafka,mail");
    try {
      samsnakk.awaitLine("Stop with");

      assertEquals(List.of(), openToOthers(state));
      assertTrue(Files.exists(state.resolve("data/kafka/data/meta.properties")));
      assertEquals("from before", Files.readString(old));
    } finally {
      samsnakk.stop();
    }
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
