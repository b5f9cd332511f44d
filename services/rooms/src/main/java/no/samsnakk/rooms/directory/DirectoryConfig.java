package no.samsnakk.rooms.directory;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the organisations' directory comes from. */
@ConfigMapping(prefix = "samsnakk.directory")
interface DirectoryConfig {
  /**
   * {@code SAMSNAKK_DIRECTORY_FILE}: organisations, people and their roles, as in {@code
   * deploy/demo/directory.json}. Read at every start; without it everything stays as it was.
   */
  Optional<Path> file();
}
