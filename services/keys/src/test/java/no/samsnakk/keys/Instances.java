package no.samsnakk.keys;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.platform.outbox.Outboxes;
import no.samsnakk.platform.transaction.Transaction;

/** Instances of messaging, as far as keys go: over one database and one key file. */
final class Instances implements AutoCloseable {
  private final LocalPostgres postgres = LocalPostgres.temporary().migrated(Service.MESSAGING);
  private final Vertx vertx = Vertx.vertx();
  private final List<Pool> pools = new ArrayList<>();
  private final Path folder;

  Instances(Path folder) {
    this.folder = folder;
  }

  /** One of them, with nothing in memory but what wraps. */
  record Instance(Pool pool, KeyFile file, RoomKeys keys, WrappingRotation wrapping) {
    /** What opens the texts of these rooms, read as messaging does. */
    Future<RoomCiphers> reads(UUID... rooms) {
      return keys.transaction(
          pool,
          KeyScope.BEGIN,
          tx -> {
            var ciphers = keys.of(tx, List.of(rooms));
            return Transaction.commit(tx, List.of(ciphers)).map(done -> ciphers.result());
          });
    }
  }

  Instance one(KeyService service) {
    var pool = pool();
    var config = config();
    var file = new KeyFile(vertx, config, service, pool);
    file.open();
    var clock = Clock.systemUTC();
    var wrapping =
        new WrappingRotation(
            new WrappingTurn(pool),
            pool,
            file,
            new KeyEntries(clock),
            Outboxes.of("messaging", clock));
    return new Instance(pool, file, new RoomKeys(file, config), wrapping);
  }

  private Pool pool() {
    var settings = postgres.configuration();
    var options =
        PgConnectOptions.fromUri("postgresql://" + settings.get("SAMSNAKK_DATABASE"))
            .setUser("samsnakk_messaging")
            .setPassword(settings.get("SAMSNAKK_DB_MESSAGING_PASSWORD"))
            .addProperty("search_path", "messaging");
    var pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
    pools.add(pool);
    return pool;
  }

  private RoomKeyConfig config() {
    return new RoomKeyConfig() {
      @Override
      public Path file() {
        return folder.resolve("room-key");
      }

      @Override
      public Optional<Transit> transit() {
        return Optional.empty();
      }

      @Override
      public int cached() {
        return 100;
      }
    };
  }

  /** A room in which something was written. */
  UUID room(Instance by) {
    var room = UUID.randomUUID();
    var key = by.keys().make(room);
    join(
        Transaction.run(
            by.pool(),
            Transaction.READ_COMMITTED + "; set local samsnakk.scope = 'writer'",
            tx -> Transaction.commit(tx, List.of(by.keys().store(tx, List.of(key)))).map(true)));
    return room;
  }

  /** The number that this asks for, of the whole database. */
  long asks(String query) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins this on an event loop. */
  <T> Future<T> onAnEventLoop(Supplier<Future<T>> work) {
    var promise = Promise.<T>promise();
    vertx.runOnContext(nothing -> work.get().onComplete(promise));
    return promise.future();
  }

  static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    pools.forEach(pool -> join(pool.close()));
    join(vertx.close());
    postgres.close();
  }
}
