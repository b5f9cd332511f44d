/**
 * What a service tells the others, written in the transaction that makes it true.
 *
 * <p><b>Nothing is lost (R6, R12).</b> A record is a row of {@code outbox} in the service's own
 * schema, inserted by the transaction that makes it true, and its id is a row of {@code
 * outbox_unsent}, inserted by the same statement: all are committed or none. The id is crossed off
 * only after Kafka has acknowledged the record (acks=all, idempotent producer). A crash between the
 * two leaves the id, and whoever leads next sends the record, perhaps for the second time;
 * consumers know that. The record itself stays for as long as any consumer may be away.
 *
 * <p><b>Not even with Kafka's data.</b> A topic that was made anew has another id. The leader knows
 * the one that it has sent to, and looks whether it is still that one before it sends anything in
 * its term and every few seconds afterwards ({@link no.samsnakk.platform.outbox.TopicIdentity}).
 * Where it is another one, the ids of all that is kept of it become unsent again, in one
 * transaction with the new id. So what a lost Kafka had not handed on to everybody is handed on by
 * the next (decision 25).
 *
 * <p><b>Nothing is told that the service has not (R7).</b> Each row carries the seal of its event,
 * made before it is inserted, with a key that no table holds. The leader looks at it before it
 * sends the row ({@link no.samsnakk.platform.outbox.Proof}); what somebody else has written, or
 * changed, becomes a row of {@code outbox_refused} instead, and is never put back (decision 45). So
 * does a record that is larger than a mebibyte, which is never sent: the operator is told, and the
 * next ones are sent. One that Kafka finds too large by a bound of its own is tried again until the
 * operator has raised that, and what Kafka takes meanwhile is crossed off.
 *
 * <p><b>Nothing is skipped.</b> The {@link no.samsnakk.platform.outbox.OutboxRelay} never asks for
 * "ids greater than the last one seen": ids are handed out in another order than transactions
 * commit, and such a reader would jump over a late one. It asks for every unsent id that is there,
 * lowest first, and crosses off what it has sent. What is purged is sent: a row whose id is unsent
 * stays, however old it is.
 *
 * <p><b>The order within a room is kept.</b> Every transaction that writes a message or changes
 * access holds that room's row lock before it takes an id, and until it commits. (Read marks, views
 * and refusals do not: their order among themselves says nothing, each carries its own time.) So of
 * two records of one room the earlier committed has the lower id, and when the later one can be
 * seen the earlier one can be seen too. One relay leads for each schema: it holds a PostgreSQL
 * advisory lock on the very connection that it reads through, so one that has lost its lock cannot
 * read any further. It waits for each batch to be acknowledged before it reads the next, and a room
 * is one Kafka key, thus one partition. Two leaders around a broken connection, or a Kafka that is
 * filled anew, can only repeat what was sent before; a repeat is told by the room's own numbers
 * (seq, accessEpoch). In two cases alone a record can come behind a later one of its room for the
 * first time: its only copy was lost with Kafka, and the later one was sent in the seconds before
 * that was noticed; or Kafka took the later one and not it, as where it finds it too large for a
 * while. Consumers order by those numbers then too.
 *
 * <p><b>Nobody waits for it.</b> Appending costs one statement. The leader is woken by NOTIFY, and
 * looks by itself every second in case a wake-up was lost. With Kafka down ids stay until it
 * returns. And the leader waits for nobody without end: where Kafka's client has failed, or answers
 * nothing, its term ends, the operator is told, and the next has a new client.
 */
@NullMarked
package no.samsnakk.platform.outbox;

import org.jspecify.annotations.NullMarked;
