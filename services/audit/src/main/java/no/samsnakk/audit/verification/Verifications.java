package no.samsnakk.audit.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.ledger.Verdict.Whole;

/** What was found each time, for every instance to see. */
@ApplicationScoped
class Verifications {
  private static final String KEEP =
      """
      insert into verification (began_at, head_seq, head_hash, broken_at, fault)
      values ($1, $2, $3, $4, $5)""";
  private static final String READ =
      "select began_at, head_seq, head_hash, broken_at, fault from verification";
  private static final String LATEST =
      READ + " where began_at <= $1 order by began_at desc limit 1";
  private static final String LAST_WHOLE =
      READ + " where broken_at is null order by head_seq desc limit 1";

  private final Pool pool;

  Verifications(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> keep(Verified verified) {
    return pool.preparedQuery(KEEP).execute(row(verified)).replaceWithVoid();
  }

  /**
   * The last one, however it ended. One of a time to come is none: whoever wrote it would have the
   * log never verified again.
   */
  Uni<Optional<Verified>> latest(Instant now) {
    return one(LATEST, Tuple.of(now.atOffset(ZoneOffset.UTC)));
  }

  /** The newest head that was ever found on a whole log: it has to be on the chain for ever. */
  Uni<Optional<Head>> lastHead() {
    return one(LAST_WHOLE, Tuple.tuple())
        .map(
            found ->
                found.flatMap(
                    one ->
                        one.verdict() instanceof Whole(Head head)
                            ? Optional.of(head)
                            : Optional.empty()));
  }

  private Uni<Optional<Verified>> one(String statement, Tuple parameters) {
    return pool.preparedQuery(statement)
        .execute(parameters)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(Verifications::of));
  }

  private static Tuple row(Verified verified) {
    var at = verified.at().atOffset(ZoneOffset.UTC);
    return switch (verified.verdict()) {
      case Whole(Head head) -> Tuple.of(at, head.seq(), Buffer.buffer(head.hash()), null, null);
      case Broken(long seq, Fault fault) -> Tuple.of(at, null, null, seq, fault.name());
    };
  }

  private static Verified of(Row row) {
    var at = row.getOffsetDateTime("began_at").toInstant();
    var brokenAt = row.getLong("broken_at");
    return brokenAt == null
        ? new Verified(
            at, new Whole(new Head(row.getLong("head_seq"), row.getBuffer("head_hash").getBytes())))
        : new Verified(at, new Broken(brokenAt, Fault.valueOf(row.getString("fault"))));
  }
}
