package no.samsnakk.keys;

import static no.samsnakk.keys.KeysLog.LOG;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The rooms' keys: a bounded number unwrapped in memory, all of them wrapped in the database. Who
 * rotates and destroys them is {@link KeyRotation} and {@link KeyErasure}; {@code KeyChangePoller}
 * lets go of what has changed.
 */
@ApplicationScoped
public class RoomKeys {
  private static final String READ =
      "select room_id, keyset, version from room_key where room_id = any($1)";
  private static final String STORE =
      """
      insert into room_key (room_id, keyset, wrapped_by)
      select * from unnest($1::uuid[], $2::bytea[], $3::text[])""";

  /**
   * So long nobody waits for another look at what wraps a room's key that did not open; {@link
   * KeyChanges} looks every second anyhow. Longer than any transaction takes: the second one has to
   * find it.
   */
  private static final Duration LOOKED = Duration.ofSeconds(20);

  private static final long PATIENCE_SECONDS = 1;

  private final KeyWrapping wrapping;
  private final Cache<UUID, RoomCipher> unwrapped;

  /** Rooms whose key did not open a moment ago, and what wraps was looked at again since. */
  private final Cache<UUID, Boolean> looked =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LOOKED).build();

  RoomKeys(KeyWrapping wrapping, RoomKeyConfig config) {
    this.wrapping = wrapping;
    this.unwrapped = Caffeine.newBuilder().maximumSize(config.cached()).build();
  }

  /**
   * A transaction that reads keys, as {@link Transaction#run}. Where one does not open with what is
   * at hand (another instance may have turned to a new wrapping key within the last second), the
   * transaction ends, what wraps is looked at again, and the work is done once more. So nothing
   * outside is waited for in a transaction (R12).
   */
  public <T> Future<T> transaction(
      Pool pool, String begin, Function<SqlConnection, Future<T>> work) {
    return Transaction.run(pool, begin, work)
        .recover(
            failure ->
                failure instanceof NotAtHand missing
                    ? lookAgain(missing).compose(again -> Transaction.run(pool, begin, work))
                    : Future.failedFuture(failure));
  }

  /** Waits for a while only: where the key service is away these rooms are locked until then. */
  private Future<?> lookAgain(NotAtHand missing) {
    return wrapping
        .lookAgain()
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .otherwiseEmpty()
        .onComplete(done -> missing.rooms().forEach(room -> looked.put(room, true)));
  }

  /** Ends the transaction in which a key was read that nothing at hand opens. */
  private static final class NotAtHand extends RuntimeException {
    private final transient Set<UUID> rooms;

    NotAtHand(Set<UUID> rooms) {
      super("A room's key is wrapped by none that is at hand", null, false, false);
      this.rooms = rooms;
    }

    Set<UUID> rooms() {
      return rooms;
    }
  }

  /** The room's cipher for this text, if it is in memory. */
  public @Nullable RoomCipher cached(UUID roomId, byte[] ciphertext) {
    var cipher = unwrapped.getIfPresent(roomId);
    return cipher != null && cipher.knows(ciphertext) ? cipher : null;
  }

  /** The ciphers of these rooms, in a {@link #transaction}. */
  public Future<RoomCiphers> of(SqlClient client, Collection<UUID> roomIds) {
    Map<UUID, RoomCipher> ciphers = unwrapped.getAllPresent(roomIds);
    var missing = roomIds.stream().filter(id -> !ciphers.containsKey(id)).toList();
    return missing.isEmpty()
        ? Future.succeededFuture(new RoomCiphers(ciphers, Set.of(), Set.of()))
        : read(client, ciphers, missing);
  }

  /**
   * The same with the keys read anew, once, of rooms of which a text was made with a key that is
   * not at hand: it was rotated since, by another instance.
   */
  public Future<RoomCiphers> fitting(
      SqlClient client, RoomCiphers ciphers, Map<UUID, List<byte[]>> ciphertexts) {
    var rotated =
        ciphertexts.entrySet().stream()
            .filter(of -> isRotated(ciphers.get(of.getKey()), of.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return rotated.isEmpty()
        ? Future.succeededFuture(ciphers)
        : read(client, ciphers.open(), rotated)
            .map(
                fresh ->
                    new RoomCiphers(
                        fresh.open(),
                        union(ciphers.erased(), fresh.erased()),
                        union(ciphers.locked(), fresh.locked())));
  }

  private static boolean isRotated(@Nullable RoomCipher cipher, List<byte[]> ciphertexts) {
    return cipher != null && !ciphertexts.stream().allMatch(cipher::knows);
  }

  private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
    Set<UUID> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private Future<RoomCiphers> read(
      SqlClient client, Map<UUID, RoomCipher> known, List<UUID> roomIds) {
    return client
        .preparedQuery(READ)
        .execute(Tuple.tuple().addArrayOfUUID(roomIds.toArray(UUID[]::new)))
        .map(rows -> ciphers(known, rows));
  }

  private RoomCiphers ciphers(Map<UUID, RoomCipher> known, RowSet<Row> rows) {
    Map<UUID, RoomCipher> open = new HashMap<>(known);
    Set<UUID> erased = new HashSet<>();
    Set<UUID> locked = new HashSet<>();
    for (var row : rows) {
      var roomId = row.getUUID(0);
      var wrapped = row.getBuffer(1);
      var cipher = wrapped == null ? null : unwrap(roomId, row.getInteger(2), wrapped);
      if (cipher != null) {
        open.put(roomId, cipher);
      } else {
        open.remove(roomId);
        (wrapped == null ? erased : locked).add(roomId);
      }
    }
    if (!looked.asMap().keySet().containsAll(locked)) {
      throw new NotAtHand(locked);
    }
    if (!locked.isEmpty()) {
      LOG.roomKeyLocked(locked.size());
    }
    return new RoomCiphers(open, erased, locked);
  }

  private @Nullable RoomCipher unwrap(UUID roomId, int version, Buffer wrapped) {
    try {
      var keyset = wrapping.unwrap(roomId, wrapped.getBytes());
      return keep(RoomCipher.of(roomId, version, keyset));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /** Of two that were read at once the newer stays. */
  private RoomCipher keep(RoomCipher read) {
    return unwrapped
        .asMap()
        .merge(read.roomId(), read, (one, other) -> one.version() > other.version() ? one : other);
  }

  /** The room's key has another version by now, or was destroyed. */
  void letGo(UUID roomId, int version) {
    unwrapped
        .asMap()
        .computeIfPresent(roomId, (id, held) -> held.version() < version ? null : held);
  }

  /** Nobody knows what has changed meanwhile. */
  void letGoOfAll() {
    unwrapped.invalidateAll();
  }

  /** A key for a room that has none; it counts once it is stored and committed. */
  public NewRoomKey make(UUID roomId) {
    try {
      var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return new NewRoomKey(
          roomId, wrapping.wrap(roomId, keyset), RoomCipher.of(roomId, 1, keyset));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A room's key could not be made", e);
    }
  }

  /** Stores new keys in the caller's transaction, which holds the rooms' locks. */
  public Future<?> store(SqlClient transaction, Collection<NewRoomKey> keys) {
    if (keys.isEmpty()) {
      return Future.succeededFuture();
    }
    return transaction
        .preparedQuery(STORE)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(keys.stream().map(NewRoomKey::roomId).toArray(UUID[]::new))
                .addArrayOfBuffer(
                    keys.stream()
                        .map(key -> Buffer.buffer(key.wrapped().keyset()))
                        .toArray(Buffer[]::new))
                .addArrayOfString(
                    keys.stream().map(key -> key.wrapped().by()).toArray(String[]::new)));
  }
}
