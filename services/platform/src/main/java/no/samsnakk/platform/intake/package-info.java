/**
 * How a service that keeps what it hears consumes it: audit and notifications, with one {@link
 * no.samsnakk.platform.intake.EventConsumer}.
 *
 * <p>A batch is what Kafka had waiting, of any topic, and becomes one transaction; its offsets are
 * committed after it. A crash between the two repeats the batch, which changes nothing (R12); while
 * the database is away the batch is tried again and again, and Kafka keeps the rest (R6). What
 * cannot be read, is not believed, or is not taken by PostgreSQL for what it says would stop
 * everything behind it for ever: it is set aside with its coordinates in Kafka, in the transaction
 * that takes in the rest, loudly, and nothing of it is kept there (R9).
 */
@NullMarked
package no.samsnakk.platform.intake;

import org.jspecify.annotations.NullMarked;
