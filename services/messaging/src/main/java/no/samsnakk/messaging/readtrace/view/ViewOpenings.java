package no.samsnakk.messaging.readtrace.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.reading.entry.RoomsRead;
import no.samsnakk.messaging.reading.position.Positions;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Opens views. In one transaction: read at one moment who may read and what there is to see, write
 * the opening to the log, commit; only then does anything go out (R6). What is shown was committed
 * before that moment, so a withdrawal after it takes nothing back that it should have kept (R4).
 */
@ApplicationScoped
public class ViewOpenings {

  private final Pool pool;
  private final RoomKeys keys;
  private final Pages pages;
  private final Positions positions;
  private final ViewStatements statements;
  private final ViewClosings closings;
  private final Outbox outbox;
  private final Limits limits;
  private final Clock clock;

  ViewOpenings(
      Pool pool,
      RoomKeys keys,
      Pages pages,
      Positions positions,
      ViewStatements statements,
      ViewClosings closings,
      Outbox outbox,
      Limits limits,
      Clock clock) {
    this.pool = pool;
    this.keys = keys;
    this.pages = pages;
    this.positions = positions;
    this.statements = statements;
    this.closings = closings;
    this.outbox = outbox;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Opens a view of each of these rooms.
   *
   * @param onEnd hears of the end of each, once, besides the log
   * @return one for each, in order; a refusal is not in the log yet. Fails if the database could
   *     not be read
   */
  public Future<List<Opening>> open(
      Socket socket, List<RoomRequest> wanted, Consumer<Subscription> onEnd) {
    return keys.transaction(
        pool,
        Scope.of(socket.personId()),
        tx ->
            pages
                .read(tx, socket.personId(), wanted)
                .compose(read -> write(tx, decide(socket, wanted, read, onEnd))));
  }

  /** The same for a person who has just come, with all her rooms. */
  public Future<Arrival> arrive(
      Socket socket, List<RoomRequest> wanted, Consumer<Subscription> onEnd) {
    return keys.transaction(
        pool,
        Scope.of(socket.personId()),
        tx -> {
          var rooms = positions.read(tx, socket.personId());
          return pages
              .read(tx, socket.personId(), wanted)
              .compose(read -> write(tx, decide(socket, wanted, read, onEnd)))
              .compose(
                  openings ->
                      rooms.map(all -> new Arrival(all.positions(), all.access(), openings)));
        });
  }

  /** Whether the ends of all views that have ended are in the log. */
  public boolean allClosed() {
    return closings.done();
  }

  private List<Opening> decide(
      Socket socket, List<RoomRequest> wanted, Pages.Read read, Consumer<Subscription> onEnd) {
    var now = clock.instant();
    long bytes = limits.openingBytes().asLongValue() / Math.max(1, wanted.size());
    List<Opening> openings = new ArrayList<>();
    for (RoomRequest one : wanted) {
      var refusal = refusal(socket.personId(), one, read.rooms());
      openings.add(
          refusal != null
              ? new Opening.Refused(one.roomId(), refusal)
              : opened(socket, read.page(one, socket.personId()).within(bytes), now, onEnd));
    }
    return openings;
  }

  private static @Nullable RefusalCode refusal(UUID personId, RoomRequest one, RoomsRead read) {
    var roomId = one.roomId();
    if (!read.access(roomId).mayRead(personId)) {
      return RefusalCode.ROOM_UNKNOWN;
    }
    return switch (read.openness(roomId)) {
      case ERASED -> RefusalCode.ROOM_ERASED;
      case LOCKED -> RefusalCode.TEMPORARILY_UNAVAILABLE;
      case OPEN ->
          one.afterSeqOr0() < 0 || one.afterSeqOr0() > read.lastSeq(roomId)
              ? RefusalCode.SEQ_UNKNOWN
              : null;
    };
  }

  private Opening opened(Socket socket, Page page, Instant now, Consumer<Subscription> onEnd) {
    var view =
        new Subscription(
            socket,
            page.roomId(),
            Ids.next(),
            page.right().organisationId(),
            now,
            page.fromSeq(),
            page.lastSeq(),
            closings.andThen(onEnd));
    var frame =
        new ServerFrame.Opened(
            page.roomId(),
            page.access().epoch(),
            page.lastSeq(),
            page.right().mayWrite(),
            page.messages(),
            page.more(),
            page.read(),
            page.received(),
            page.mine().own(),
            page.mine().wholeFrom());
    return new Opening.Opened(view, page.access(), frame);
  }

  private Future<List<Opening>> write(SqlConnection tx, List<Opening> openings) {
    List<Subscription> views = new ArrayList<>();
    List<OutboxRecord> entries = new ArrayList<>();
    for (Opening opening : openings) {
      switch (opening) {
        case Opening.Opened opened -> {
          views.add(opened.view());
          entries.add(ViewEntries.opened(opened.view(), opened.frame().lastSeq()));
        }
        case Opening.Refused refused -> {}
      }
    }
    var inserted = statements.open(tx, views);
    var appended = Append.to(outbox, tx, entries);
    return Transaction.commit(tx, List.of(inserted, appended))
        .map(openings)
        .recover(
            failure -> {
              closings.neverBegan(views);
              return Future.succeededFuture(unlogged(openings));
            });
  }

  /** R6: what cannot be written to the log is not shown. */
  private static List<Opening> unlogged(List<Opening> openings) {
    return openings.stream()
        .<Opening>map(opening -> new Opening.Refused(opening.roomId(), RefusalCode.LOG_UNAVAILABLE))
        .toList();
  }
}
