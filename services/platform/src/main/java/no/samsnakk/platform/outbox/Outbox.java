package no.samsnakk.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import no.samsnakk.contracts.event.Complete;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.event.Sealed;
import no.samsnakk.platform.settings.ServiceName;

/** Appends to the service's outbox; see the package comment for what that promises. */
@ApplicationScoped
public class Outbox {
  /**
   * Inserts any number of records in the order of the arrays, to be kept and to be sent, and wakes
   * the relay at commit. Parameters: event ids, topics, keys, payloads, traceparents, seals (all
   * arrays), schema name.
   */
  public static final String APPEND =
      """
      with appended as (
        insert into outbox (event_id, topic, key, payload, traceparent, seal)
        select * from unnest(
          $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        returning id),
      unsent as (insert into outbox_unsent (id) select id from appended)
      select pg_notify('samsnakk_outbox_' || $7, '') where exists (select from appended)""";

  private final String service;
  private final Clock clock;
  private final EventSealer sealer;

  Outbox(@ServiceName String service, Clock clock, EventSealer sealer) {
    this.service = service;
    this.clock = clock;
    this.sealer = sealer;
  }

  /**
   * Appends in the caller's transaction.
   *
   * @param connection the connection that carries the transaction
   * @return fails if the rows could not be written: then the act must not be committed (R6)
   */
  public Uni<Void> append(SqlClient connection, List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection.preparedQuery(APPEND).execute(parameters(records)).replaceWithVoid();
  }

  /** What {@link #APPEND} takes, for those who drive their connection themselves. */
  public Tuple parameters(List<OutboxRecord> records) {
    var events = records.stream().map(this::event).toList();
    return Tuple.tuple()
        .addArrayOfUUID(records.stream().map(OutboxRecord::eventId).toArray(java.util.UUID[]::new))
        .addArrayOfString(events.stream().map(Sealed::topic).toArray(String[]::new))
        .addArrayOfString(events.stream().map(Sealed::key).toArray(String[]::new))
        .addArrayOfString(events.stream().map(Sealed::value).toArray(String[]::new))
        .addArrayOfString(records.stream().map(OutboxRecord::traceparent).toArray(String[]::new))
        .addArrayOfString(events.stream().map(sealer::header).toArray(String[]::new))
        .addString(service);
  }

  /**
   * As it will stand in Kafka; what stands in the row is what is sealed. What nobody would take in
   * is not appended: then the act that it tells of fails too (R6).
   */
  private Sealed event(OutboxRecord told) {
    var data = Complete.check(told.data());
    var payload = Events.write(told.eventId(), service, clock.instant(), data);
    return Sealed.of(told.topic(), told.key(), told.eventId(), payload);
  }
}
