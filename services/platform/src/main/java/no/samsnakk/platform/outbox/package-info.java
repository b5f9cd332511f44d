/**
 * What a service tells the others, written in the transaction that makes it true.
 *
 * <p><b>Nothing is lost (R6, R12).</b> A record is a row in the service's own schema, inserted by
 * the transaction that makes it true: either both are committed or neither. A row is deleted only
 * after Kafka has acknowledged it (acks=all, idempotent producer). A crash between the two leaves
 * the row, and whoever leads next sends it, perhaps for the second time; consumers know that.
 *
 * <p><b>Nothing is skipped.</b> The {@link no.samsnakk.platform.outbox.OutboxRelay} never asks for
 * "ids greater than the last one seen": ids are handed out in another order than transactions
 * commit, and such a reader would jump over a late one. It asks for everything that is there,
 * lowest id first, and deletes what it has sent.
 *
 * <p><b>The order within a room is kept.</b> Every transaction that writes a message or changes
 * access holds that room's row lock before it takes an id, and until it commits. (Read marks, views
 * and refusals do not: their order among themselves says nothing, each carries its own time.) So of
 * two records of one room the earlier committed has the lower id, and when the later one can be
 * seen the earlier one can be seen too. One relay leads for each schema: it holds a PostgreSQL
 * advisory lock on the very connection that it reads through, so one that has lost its lock cannot
 * read any further. It waits for each batch to be acknowledged before it reads the next, and a room
 * is one Kafka key, thus one partition. A batch that fails half-way, or two leaders around a broken
 * connection, can only repeat what was sent before; a repeat is told by the room's own numbers
 * (seq, accessEpoch).
 *
 * <p><b>Nobody waits for it.</b> Appending costs one insert. The leader is woken by NOTIFY, and
 * looks by itself every second in case a wake-up was lost. With Kafka down rows stay until it
 * returns.
 */
@NullMarked
package no.samsnakk.platform.outbox;

import org.jspecify.annotations.NullMarked;
