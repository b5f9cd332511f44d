package no.samsnakk.keys;

import static no.samsnakk.keys.KeysLog.LOG;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.samsnakk.platform.start.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Wraps with keys from a file that all instances share, and that a {@link KeyService} may have
 * encrypted. The file is replaced as a whole, so nobody reads half of it. A file that is missing is
 * made only while no room has a key yet: a new key in the place of a lost one would make every
 * message unreadable without anybody being told.
 *
 * <p>The keys are in memory. The file is read and written, and the key service asked, at the start
 * and on worker threads, never on an event loop (R12).
 */
@Startup
@ApplicationScoped
class KeyFile implements KeyWrapping {
  private final Vertx vertx;
  private final Path file;
  private final KeyService service;
  private final Pool pool;
  private final AtomicReference<@Nullable Future<Void>> looking = new AtomicReference<>();
  private volatile @Nullable Held held;

  KeyFile(Vertx vertx, RoomKeyConfig config, KeyService service, Pool pool) {
    this.vertx = vertx;
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
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, keys().aead(), Bytes.of(roomId), RegistryConfiguration.get());
  }

  @Override
  public Future<?> lookAgain() {
    var mine = Promise.<Void>promise();
    var others = looking.compareAndExchange(null, mine.future());
    if (others == null) {
      apart(this::look)
          .onComplete(
              looked -> {
                looking.set(null);
                mine.complete();
              });
    }
    return here(others == null ? mine.future() : others);
  }

  /** The same, for who goes on where he has asked, whoever else has asked for it. */
  private <T> Future<T> here(Future<T> shared) {
    var context = vertx.getOrCreateContext();
    var promise = Promise.<T>promise();
    shared.onComplete(done -> context.runOnContext(nothing -> promise.handle(done)));
    return promise.future();
  }

  /** What waits for a file or a service is done apart from the event loops. */
  private <T> Future<T> apart(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  private synchronized @Nullable Void look() {
    try {
      var now = Files.readAllBytes(file);
      if (!Arrays.equals(held().file(), now)) {
        held = read(now);
        LOG.roomKeyFileTakenOver(current());
      }
    } catch (GeneralSecurityException | IOException e) {
      LOG.roomKeyFileUnread(file, e.getClass().getSimpleName());
    }
    return null;
  }

  @Override
  public Future<String> next() {
    return apart(() -> replace(WrappingKeys::withOneMore).newest());
  }

  @Override
  public Future<?> turnTo(String name) {
    return apart(() -> replace(now -> now.turnedTo(name)));
  }

  @Override
  public Future<?> keepOnly(String name) {
    return apart(() -> replace(now -> now.only(name)));
  }

  /** What a change of the keys makes of them. */
  private interface Change {
    WrappingKeys of(WrappingKeys now) throws GeneralSecurityException;
  }

  /** Of the instances only one does so at a time: what it has read is what it replaces. */
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
