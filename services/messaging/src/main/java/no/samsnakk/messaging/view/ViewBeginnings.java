package no.samsnakk.messaging.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.batch.Transaction;
import no.samsnakk.platform.audittrail.ViewWindows;
import no.samsnakk.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Writes that a person is about to see messages, before any of them goes out (R6).
 *
 * <pre>
 *   read, at one moment ─▶ count ─▶ first:  entry, row without a window  ─▶ commit ─▶ goes out
 *                                └▶ repeat: count + 1, range widened,
 *                                           row with its window
 * </pre>
 *
 * The count is not of the transaction that has read: that one sees one moment, and would fail
 * whenever another of her sockets has counted since. It comes after the reading, so the range is
 * what will be shown, and what is refused is not counted.
 */
@ApplicationScoped
public class ViewBeginnings {
  private final ViewWindows windows;
  private final ViewStatements statements;
  private final Outbox outbox;

  ViewBeginnings(ViewWindows windows, ViewStatements statements, Outbox outbox) {
    this.windows = windows;
    this.statements = statements;
    this.outbox = outbox;
  }

  /**
   * Ends the transaction that has read, writes these views in the next and commits it.
   *
   * @param views of this person
   * @return fails if they could not be written: then nothing may go out
   */
  public Future<?> write(SqlConnection tx, UUID personId, List<Interval> views) {
    if (views.isEmpty()) {
      return tx.query("commit").execute();
    }
    // As PostgreSQL orders them: two greetings with the same rooms wait for each other, and no
    // more.
    var inOrder =
        views.stream().sorted(Comparator.comparing(view -> view.roomId().toString())).toList();
    var begun = tx.query("commit; " + Scope.writingFor(personId)).execute();
    return count(tx, inOrder)
        .compose(
            counted -> {
              var firsts = counted.stream().filter(view -> view.windowId() == null);
              var entries = firsts.map(ViewEntries::told).toList();
              var inserted = statements.open(tx, counted);
              var appended = Append.to(outbox, tx, entries);
              return Transaction.commit(tx, List.of(begun, inserted, appended));
            });
  }

  /** The same views, each with the window that counts it if it is a repeat. */
  private Future<List<Interval>> count(SqlConnection tx, List<Interval> views) {
    List<Tuple> parameters =
        views.stream()
            .map(view -> windows.parameters(ViewEntries.begun(view)).getDelegate())
            .toList();
    return tx.preparedQuery(ViewWindows.COUNT)
        .executeBatch(parameters)
        .map(answers -> counted(views, answers));
  }

  private static List<Interval> counted(List<Interval> views, RowSet<Row> answers) {
    List<Interval> counted = new ArrayList<>();
    @Nullable RowSet<Row> answer = answers;
    for (var view : views) {
      var window = answer == null ? null : window(view, answer);
      counted.add(window == null ? view : view.countedUnder(window));
      answer = answer == null ? null : answer.next();
    }
    return counted;
  }

  /** None if this view is the first, or the window is over and has not been told yet. */
  private static @Nullable UUID window(Interval view, RowSet<Row> answer) {
    for (var row : answer) {
      var first = row.getUUID(0);
      return first.equals(view.viewId()) ? null : first;
    }
    return null;
  }
}
