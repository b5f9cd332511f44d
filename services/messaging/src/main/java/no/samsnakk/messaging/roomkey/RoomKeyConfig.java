package no.samsnakk.messaging.roomkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the key lies that wraps the rooms' keys, and how many of those are kept unwrapped. */
@ConfigMapping(prefix = "samsnakk.room-key")
interface RoomKeyConfig {
  /**
   * A Tink keyset, readable by the service alone ({@code SAMSNAKK_ROOM_KEY_FILE}). Made at the very
   * first start; every instance needs the same one, and so does every backup that is restored.
   */
  Path file();

  /** Rooms whose keys are kept in memory. */
  @WithDefault("20000")
  int cached();
}
