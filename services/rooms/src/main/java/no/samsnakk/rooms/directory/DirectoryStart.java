package no.samsnakk.rooms.directory;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;

/** Reads the directory before the service answers anybody; a broken one keeps it from starting. */
@ApplicationScoped
public class DirectoryStart {
  /** Whoever needs the directory at start comes later than this. */
  public static final int PRIORITY = 1000;

  private final DirectoryConfig config;
  private final DirectoryReader reader;
  private final DirectoryImport imports;

  DirectoryStart(DirectoryConfig config, DirectoryReader reader, DirectoryImport imports) {
    this.config = config;
    this.reader = reader;
    this.imports = imports;
  }

  void start(@Observes @Priority(PRIORITY) StartupEvent started) throws Throwable {
    if (config.file().isPresent()) {
      read(config.file().get());
    }
  }

  /** Whether there is a directory, and it has been read. */
  public boolean hasRead() {
    return config.file().isPresent();
  }

  /** Makes the database say what this file says. */
  public void read(Path file) throws Throwable {
    var directory = reader.read(file);
    VertxContextSupport.subscribeAndAwait(() -> imports.carryOut(directory));
  }
}
