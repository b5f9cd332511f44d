package no.samsnakk.messaging.roomkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms' keys: a bounded number unwrapped in memory, all of them wrapped in the database. */
@ApplicationScoped
public class RoomKeys {
  private static final String READ = "select room_id, keyset from room_key where room_id = any($1)";
  private static final String STORE =
      "insert into room_key (room_id, keyset) select * from unnest($1::uuid[], $2::bytea[])";

  private final KeyWrapping wrapping;
  private final Cache<UUID, RoomCipher> unwrapped;

  RoomKeys(KeyWrapping wrapping, RoomKeyConfig config) {
    this.wrapping = wrapping;
    this.unwrapped = Caffeine.newBuilder().maximumSize(config.cached()).build();
  }

  /** The room's cipher, if it is in memory. */
  public @Nullable RoomCipher cached(UUID roomId) {
    return unwrapped.getIfPresent(roomId);
  }

  /** The ciphers of these rooms; a room without a message has none. */
  public Future<Map<UUID, RoomCipher>> of(SqlClient client, Collection<UUID> roomIds) {
    Map<UUID, RoomCipher> ciphers = new HashMap<>(unwrapped.getAllPresent(roomIds));
    List<UUID> missing = roomIds.stream().filter(id -> !ciphers.containsKey(id)).toList();
    if (missing.isEmpty()) {
      return Future.succeededFuture(ciphers);
    }
    return client
        .preparedQuery(READ)
        .execute(Tuple.tuple().addArrayOfUUID(missing.toArray(UUID[]::new)))
        .map(
            rows -> {
              rows.forEach(
                  row -> ciphers.put(row.getUUID(0), unwrap(row.getUUID(0), row.getBuffer(1))));
              return ciphers;
            });
  }

  private RoomCipher unwrap(UUID roomId, Buffer wrapped) {
    try {
      var cipher = cipher(roomId, wrapping.unwrap(roomId, wrapped.getBytes()));
      unwrapped.put(roomId, cipher);
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A room's key does not open with this key file", e);
    }
  }

  /** A key for a room that has none; it counts once it is stored and committed. */
  public NewRoomKey make(UUID roomId) {
    try {
      var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return new NewRoomKey(roomId, wrapping.wrap(roomId, keyset), cipher(roomId, keyset));
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
                    keys.stream().map(key -> Buffer.buffer(key.wrapped())).toArray(Buffer[]::new)));
  }

  private static RoomCipher cipher(UUID roomId, KeysetHandle keyset)
      throws GeneralSecurityException {
    return new RoomCipher(roomId, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }
}
