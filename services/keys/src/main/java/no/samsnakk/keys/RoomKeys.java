package no.samsnakk.keys;

import static no.samsnakk.keys.KeysLog.LOG;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rooms' keys: a bounded number unwrapped in memory, all of them wrapped in the database. Who
 * rotates and destroys them is {@link KeyRotation} and {@link KeyErasure}; {@code KeyWatch} lets go
 * of what has changed.
 */
@ApplicationScoped
public class RoomKeys {
  private static final String READ =
      "select room_id, keyset, version from room_key where room_id = any($1)";
  private static final String STORE =
      """
      insert into room_key (room_id, keyset, wrapped_by)
      select * from unnest($1::uuid[], $2::bytea[], $3::text[])""";

  private final KeyWrapping wrapping;
  private final Cache<UUID, RoomCipher> unwrapped;

  RoomKeys(KeyWrapping wrapping, RoomKeyConfig config) {
    this.wrapping = wrapping;
    this.unwrapped = Caffeine.newBuilder().maximumSize(config.cached()).build();
  }

  /** The room's cipher for this text, if it is in memory. */
  public @Nullable RoomCipher cached(UUID roomId, byte[] ciphertext) {
    var cipher = unwrapped.getIfPresent(roomId);
    return cipher != null && cipher.knows(ciphertext) ? cipher : null;
  }

  /** The ciphers of these rooms. */
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
        .map(
            rows -> {
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
              return new RoomCiphers(open, erased, locked);
            });
  }

  private @Nullable RoomCipher unwrap(UUID roomId, int version, Buffer wrapped) {
    try {
      var keyset = wrapping.unwrap(roomId, wrapped.getBytes());
      return keep(RoomCipher.of(roomId, version, keyset));
    } catch (GeneralSecurityException e) {
      LOG.roomKeyLocked(e.getClass().getSimpleName());
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
