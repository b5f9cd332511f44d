package no.samsnakk.notifications.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import no.samsnakk.notifications.NotificationsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VapidKeyringTest {
  private static final NotificationsConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withConverter(Duration.class, 100, new DurationConverter())
          .withMapping(NotificationsConfig.class)
          .build()
          .getConfigMapping(NotificationsConfig.class);

  @TempDir Path folder;

  @Test
  void keys_are_made_once_and_are_the_same_after_a_restart() {
    var first = new VapidKeyring(folder.resolve("vapid.json"), DEFAULTS);

    var second = new VapidKeyring(folder.resolve("vapid.json"), DEFAULTS);

    assertThat(second.publicKey()).isEqualTo(first.publicKey());
  }

  @Test
  void nobody_else_can_read_them_and_nothing_else_is_left_behind() throws IOException {
    var file = folder.resolve("vapid.json");

    var keyring = new VapidKeyring(file, DEFAULTS);

    assertThat(keyring.publicKey()).isNotEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }
}
