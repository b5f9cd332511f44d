package no.samsnakk.messaging.roomkey;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.Startup;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wrapping key in a file of this machine. A missing file is made only while there is no room
 * that needs the old one: a fresh key beside old rooms would hide that their texts are lost.
 */
@Startup
@ApplicationScoped
class KeyFile implements KeyWrapping {
  private final Path file;
  private final Pool pool;
  private @Nullable Aead wrapping;

  KeyFile(RoomKeyConfig config, Pool pool) {
    this.file = config.file().toAbsolutePath();
    this.pool = pool;
  }

  @PostConstruct
  void open() {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        make();
      }
      wrapping = read();
    } catch (GeneralSecurityException | IOException e) {
      throw LOG.roomKeyFileUnusable(file, e);
    }
  }

  private Aead read() throws GeneralSecurityException, IOException {
    return TinkProtoKeysetFormat.parseKeyset(
            Files.readAllBytes(file), InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private void make() throws GeneralSecurityException, IOException {
    if (roomsHaveKeys()) {
      throw LOG.roomKeyFileMissing(file);
    }
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var bytes =
        TinkProtoKeysetFormat.serializeKeyset(
            keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    Files.createDirectories(file.getParent());
    var fresh = Files.createTempFile(file.getParent(), "room-key", "", ownerOnly());
    Files.write(fresh, bytes);
    try {
      // A link fails if it is there: of two instances that start together one makes the key.
      Files.createLink(file, fresh);
      LOG.roomKeyFileMade(file);
    } catch (FileAlreadyExistsException other) {
      // The other instance's it is.
    } finally {
      Files.delete(fresh);
    }
  }

  private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  private boolean roomsHaveKeys() throws IOException {
    try {
      var asked = pool.query("select exists (select from room_key)").execute();
      var rows = asked.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
      return rows.iterator().next().getBoolean(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException(e);
    }
  }

  private Aead wrapping() {
    var ready = wrapping;
    if (ready == null) {
      throw new IllegalStateException("Not started");
    }
    return ready;
  }

  @Override
  public byte[] wrap(UUID roomId, KeysetHandle keyset) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        keyset, wrapping(), Bytes.of(roomId), RegistryConfiguration.get());
  }

  @Override
  public KeysetHandle unwrap(UUID roomId, byte[] wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, wrapping(), Bytes.of(roomId), RegistryConfiguration.get());
  }
}
