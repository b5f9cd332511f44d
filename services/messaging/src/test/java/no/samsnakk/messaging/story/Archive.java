package no.samsnakk.messaging.story;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import no.samsnakk.platform.id.Ids;

/** Many rooms with many messages, and what PostgreSQL does to find some of them. */
public final class Archive implements AutoCloseable {
  public static final int EACH = 2_000;
  private static final int ROOMS = Integer.getInteger("samsnakk.archive.rooms", 10);
  private static final String FILL =
      """
      insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, kind,
        ciphertext, sent_at, access_epoch)
      select r, s, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'TEXT',
        decode(repeat('ab', 100), 'hex'), now(), 1
      from unnest(?::text::uuid[]) r, generate_series(1, ?) s""";
  private static final String BEGIN =
      "insert into messaging.conversation select r, ? from unnest(?::text::uuid[]) r";

  private final UUID[] rooms;
  private final String array;

  /** The person's own room, and others. */
  public Archive(UUID room) {
    rooms =
        IntStream.range(0, ROOMS).mapToObj(i -> i == 0 ? room : Ids.next()).toArray(UUID[]::new);
    array =
        java.util.Arrays.stream(rooms)
            .map(UUID::toString)
            .collect(Collectors.joining(",", "{", "}"));
    Database.run(FILL, array, EACH);
    Database.run(BEGIN, EACH, array);
    Database.run("analyze messaging.entry, messaging.conversation");
  }

  /** Some of the rooms. */
  public UUID[] rooms() {
    return java.util.Arrays.copyOf(rooms, 10);
  }

  /** Carries the statement out, takes it back, and says how it was done. */
  public static String explain(Pool pool, String begin, String statement, Tuple values) {
    var plan =
        pool.withConnection(
            one ->
                one.query(begin)
                    .execute()
                    .compose(
                        begun ->
                            one.preparedQuery("explain (analyze) " + statement).execute(values))
                    .map(Archive::text)
                    .eventually(() -> one.query("rollback").execute()));
    return plan.toCompletionStage().toCompletableFuture().join();
  }

  /** The plan that is kept for a statement, whatever its parameters will be. */
  public static String generic(Pool pool, String begin, String statement) {
    var plan =
        pool.withConnection(
            one ->
                one.query(begin)
                    .execute()
                    .compose(begun -> one.query("explain (generic_plan) " + statement).execute())
                    .map(Archive::text)
                    .eventually(() -> one.query("rollback").execute()));
    return plan.toCompletionStage().toCompletableFuture().join();
  }

  public static String text(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    Database.run("delete from messaging.entry where room_id = any(?::text::uuid[])", array);
    Database.run("delete from messaging.conversation where room_id = any(?::text::uuid[])", array);
  }
}
