package no.samsnakk.local;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * What lies in the state folder can be read by its owner alone. New files are so by the umask of
 * whoever writes them (the launcher's and {@link no.samsnakk.local.process.Child}'s); here those
 * are mended that an earlier version has left.
 */
final class OwnersOnly {
  private static final Set<PosixFilePermission> OWNERS = fromString("rwx------");

  private OwnersOnly() {}

  /** Takes all rights of others on the folder and what is in it, unpacked programs excepted. */
  static void mend(Path state) {
    try {
      Files.createDirectories(state);
      Files.walkFileTree(state, new Mending(state.resolve("runtime")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Mending extends SimpleFileVisitor<Path> {
    private final Path programs;

    private Mending(Path programs) {
      this.programs = programs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.equals(programs)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      mend(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) {
        mend(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** One that is gone meanwhile needs no mending. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }

    private static void mend(Path path) throws IOException {
      PosixFileAttributeView view =
          Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      Set<PosixFilePermission> now = EnumSet.copyOf(view.readAttributes().permissions());
      if (now.retainAll(OWNERS)) {
        view.setPermissions(now);
      }
    }
  }
}
