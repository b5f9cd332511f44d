package no.samsnakk.audit.story;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How PostgreSQL does what it is asked to, and what that costs it, on a busy machine too. */
public final class Plan {
  private Plan() {}

  /** In its own words, for these values. */
  public static String of(Pool pool, String statement, Tuple values) {
    return text(pool.preparedQuery("explain " + statement).execute(values).await().indefinitely());
  }

  /** The one that is kept for a statement, whatever its values will be. */
  public static String generic(Pool pool, String statement) {
    return text(pool.query("explain (generic_plan) " + statement).execute().await().indefinitely());
  }

  /** Carries it out; how many pages were read for it, and rows looked at. */
  public static long cost(Pool pool, String statement, Tuple values) {
    var explained =
        pool.preparedQuery("explain (analyze, buffers, format json) " + statement)
            .execute(values)
            .await()
            .indefinitely();
    var plan = ((JsonArray) explained.iterator().next().getValue(0)).getJsonObject(0);
    return cost(plan.getJsonObject("Plan"));
  }

  private static long cost(JsonObject top) {
    return top.getLong("Shared Hit Blocks") + top.getLong("Shared Read Blocks") + rows(top);
  }

  private static long rows(JsonObject node) {
    var each =
        Stream.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Join Filter")
            .mapToDouble(rows -> node.getDouble(rows, 0.0))
            .sum();
    var parts = node.getJsonArray("Plans", new JsonArray()).stream();
    return Math.round(each * node.getDouble("Actual Loops"))
        + parts.mapToLong(part -> rows((JsonObject) part)).sum();
  }

  private static String text(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }
}
