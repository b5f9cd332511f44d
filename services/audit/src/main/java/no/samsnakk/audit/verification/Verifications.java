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
import java.util.stream.Stream;
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

  /** What no verification can have written, or not yet, is not looked at. */
  private static final String READ =
      """
      select began_at, head_seq, head_hash, broken_at, fault from verification
      where began_at <= $1 and isfinite(began_at)
        and case when broken_at is null then head_seq >= 0 and length(head_hash) = 32
          else fault = any($2) end
      """;

  private static final String LATEST = READ + "order by began_at desc limit 1";
  private static final String LAST_WHOLE =
      READ + "and broken_at is null and head_seq > 0 order by head_seq desc limit 1";
  private static final String[] FAULTS =
      Stream.of(Fault.values()).map(Fault::name).toArray(String[]::new);

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
    return one(LATEST, now);
  }

  /** The newest head that was ever found on a whole log: it has to be on the chain for ever. */
  Uni<Optional<Head>> lastHead(Instant now) {
    return one(LAST_WHOLE, now)
        .map(
            found ->
                found.flatMap(
                    one ->
                        one.verdict() instanceof Whole(Head head)
                            ? Optional.of(head)
                            : Optional.empty()));
  }

  private Uni<Optional<Verified>> one(String statement, Instant now) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)).addArrayOfString(FAULTS))
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
