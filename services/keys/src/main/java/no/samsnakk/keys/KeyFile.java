package no.samsnakk.keys;

import static no.samsnakk.keys.KeysLog.LOG;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import no.samsnakk.platform.start.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Wraps with keys from a file that all instances share, and that a {@link KeyService} may have
 * encrypted. The file is replaced as a whole, so nobody reads half of it. A file that is missing is
 * made only while no room has a key yet: a new key in the place of a lost one would make every
 * message unreadable without anybody being told.
 */
@Startup
@ApplicationScoped
class KeyFile implements KeyWrapping {
  private final Path file;
  private final KeyService service;
  private final Pool pool;
  private volatile @Nullable Held held;

  KeyFile(RoomKeyConfig config, KeyService service, Pool pool) {
    this.file = config.file().toAbsolutePath();
    this.service = service;
    this.pool = pool;
  }

  /**
   * The keys, and what the file was when they were read from it.
   *
   * @param file as it lies on the disk, encrypted by the key service if there is one
   */
  private record Held(byte[] file, WrappingKeys keys) {}

  /** Waits for a key service that is not there yet: nothing here works without its answer. */
  @PostConstruct
  void open() {
    Waiting.until(this::opened, LOG::keyServiceAway);
  }

  private boolean opened() {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        make();
      }
      var read = read(Files.readAllBytes(file));
      held = read;
      // Only the first name of all is taken from the file: a later one comes with a rotation.
      ask(
          "insert into wrapping_key (name) select '%s' where not exists (select from wrapping_key)"
                  .formatted(read.keys().current())
              + " on conflict do nothing returning true");
      return true;
    } catch (KeyServiceAway e) {
      return false;
    } catch (GeneralSecurityException | IOException e) {
      throw LOG.roomKeyFileUnusable(file, e);
    }
  }

  private void make() throws GeneralSecurityException, IOException {
    if (ask("select true from room_key limit 1")) {
      throw LOG.roomKeyFileMissing(file);
    }
    Files.createDirectories(file.getParent());
    var fresh = written(encrypted(WrappingKeys.fresh()));
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

  private Held read(byte[] content) throws GeneralSecurityException {
    return new Held(content, WrappingKeys.of(service.decrypt(content)));
  }

  private Held encrypted(WrappingKeys keys) throws GeneralSecurityException {
    return new Held(service.encrypt(keys.bytes()), keys);
  }

  private Path written(Held fresh) throws IOException {
    var beside = Files.createTempFile(file.getParent(), "room-key", "", ownerOnly());
    Files.write(beside, fresh.file());
    return beside;
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  /** Whether the statement has a row. Waits: only at the start. */
  private boolean ask(String statement) throws IOException {
    try {
      var asked = pool.query(statement).execute().toCompletionStage().toCompletableFuture();
      return asked.get(15, TimeUnit.SECONDS).size() > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException(e);
    }
  }

  private Held held() {
    var ready = held;
    if (ready == null) {
      throw new IllegalStateException("Not started");
    }
    return ready;
  }

  private WrappingKeys keys() {
    return held().keys();
  }

  @Override
  public String current() {
    return keys().current();
  }

  @Override
  public Wrapped wrap(UUID roomId, KeysetHandle keyset) throws GeneralSecurityException {
    var now = keys();
    var wrapped =
        TinkProtoKeysetFormat.serializeEncryptedKeyset(
            keyset, now.aead(), Bytes.of(roomId), RegistryConfiguration.get());
    return new Wrapped(wrapped, now.current());
  }

  @Override
  public KeysetHandle unwrap(UUID roomId, byte[] wrapped) throws GeneralSecurityException {
    var before = keys();
    try {
      return unwrap(before, roomId, wrapped);
    } catch (GeneralSecurityException unknown) {
      // Seldom, and short: another instance may have turned to a new key within the last second.
      lookAgain();
      if (keys() == before) {
        throw unknown;
      }
      return unwrap(keys(), roomId, wrapped);
    }
  }

  private static KeysetHandle unwrap(WrappingKeys keys, UUID roomId, byte[] wrapped)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, keys.aead(), Bytes.of(roomId), RegistryConfiguration.get());
  }

  @Override
  public synchronized void lookAgain() {
    try {
      var now = Files.readAllBytes(file);
      if (!Arrays.equals(held().file(), now)) {
        held = read(now);
        LOG.roomKeyFileTakenOver(current());
      }
    } catch (GeneralSecurityException | IOException e) {
      LOG.roomKeyFileUnread(file, e.getClass().getSimpleName());
    }
  }

  @Override
  public String next() throws GeneralSecurityException {
    return replace(WrappingKeys::withOneMore).newest();
  }

  @Override
  public void turnTo(String name) throws GeneralSecurityException {
    replace(now -> now.turnedTo(name));
  }

  @Override
  public void keepOnly(String name) throws GeneralSecurityException {
    replace(now -> now.only(name));
  }

  /** What a change of the keys makes of them. */
  private interface Change {
    WrappingKeys of(WrappingKeys now) throws GeneralSecurityException;
  }

  private synchronized WrappingKeys replace(Change change) throws GeneralSecurityException {
    try {
      var changed = encrypted(change.of(read(Files.readAllBytes(file)).keys()));
      Files.move(written(changed), file, StandardCopyOption.ATOMIC_MOVE);
      held = changed;
      return changed.keys();
    } catch (IOException e) {
      throw new GeneralSecurityException("The key file cannot be written", e);
    }
  }
}
