package no.samsnakk.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import no.samsnakk.contracts.event.Events;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Appends to the service's outbox; see the package comment for what that promises. */
@ApplicationScoped
public class Outbox {
  /**
   * Inserts any number of records in the order of the arrays, to be kept and to be sent, and wakes
   * the relay at commit. Parameters: event ids, topics, keys, payloads, traceparents (all arrays),
   * schema name.
   */
  public static final String APPEND =
      """
      with appended as (
        insert into outbox (event_id, topic, key, payload, traceparent)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
        returning id),
      unsent as (insert into outbox_unsent (id) select id from appended)
      select pg_notify('samsnakk_outbox_' || $6, '') where exists (select from appended)""";

  private final String service;
  private final Clock clock;

  Outbox(@ConfigProperty(name = "samsnakk.service") String service, Clock clock) {
    this.service = service;
    this.clock = clock;
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
    return Tuple.tuple()
        .addArrayOfUUID(records.stream().map(OutboxRecord::eventId).toArray(java.util.UUID[]::new))
        .addArrayOfString(records.stream().map(OutboxRecord::topic).toArray(String[]::new))
        .addArrayOfString(records.stream().map(OutboxRecord::key).toArray(String[]::new))
        .addArrayOfString(records.stream().map(this::payload).toArray(String[]::new))
        .addArrayOfString(records.stream().map(OutboxRecord::traceparent).toArray(String[]::new))
        .addString(service);
  }

  /** The record's event as it will stand in Kafka. */
  public String payload(OutboxRecord appended) {
    return Events.write(appended.eventId(), service, clock.instant(), appended.data());
  }
}
