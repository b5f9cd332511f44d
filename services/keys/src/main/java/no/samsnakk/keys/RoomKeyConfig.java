package no.samsnakk.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the key lies that wraps the rooms' keys, and how many of those are kept unwrapped. */
@ConfigMapping(prefix = "samsnakk.room-key")
interface RoomKeyConfig {
  /**
   * A Tink keyset, readable by the service alone ({@code SAMSNAKK_ROOM_KEY_FILE}). Made at the very
   * first start; every instance needs the same one, and so does every backup that is restored.
   * Encrypted by the key service, where there is one.
   */
  Path file();

  /** The key service that opens the file; without one the file holds the keys as they are. */
  Optional<Transit> transit();

  /**
   * A key of the transit engine of OpenBao or Vault ({@code SAMSNAKK_ROOM_KEY_TRANSIT_…}). Without
   * defaults here, which would make it wanted by everybody.
   */
  interface Transit {
    /** Of the server, {@code https://…}; without TLS only on this machine. */
    URI url();

    /**
     * The key's name there, {@code samsnakk} if it is not said. The token needs the rights to
     * encrypt and to decrypt with it, and no other.
     */
    Optional<String> key();

    /** Where the engine is mounted, {@code transit} if it is not said. */
    Optional<String> mount();

    /** A file with the token, read anew for each request. */
    Path tokenFile();
  }

  /** Rooms whose keys are kept in memory. */
  @WithDefault("20000")
  int cached();
}
