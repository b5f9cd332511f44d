/**
 * Takes in what the services tell: what has to be in the log, and who people are.
 *
 * <p>A batch is what Kafka had waiting, of any topic, and becomes one transaction. Its offsets are
 * committed after it. A crash between the two repeats the batch, which changes nothing (R12); while
 * the database is away the batch is tried again and again, and Kafka keeps the rest (R6). A record
 * that cannot be read would stop everything behind it for ever: it is set aside with its
 * coordinates in Kafka, in the same transaction, loudly. So is one that can be read and that
 * PostgreSQL does not take for what it says; its batch is taken in record by record then.
 *
 * <p>What may be an entry is in the log all the same, as it was told, and is read by the version
 * that can (decision 59).
 */
@NullMarked
package no.samsnakk.audit.intake;

import org.jspecify.annotations.NullMarked;
