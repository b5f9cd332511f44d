/**
 * Takes in what rooms and messaging tell. A batch is what Kafka had waiting, of either topic, and
 * becomes one transaction; its offsets are committed after it, so a crash repeats the batch, which
 * changes nothing (R12). A record that cannot be read, or that PostgreSQL does not take for what it
 * says, is set aside with its coordinates.
 */
@NullMarked
package no.samsnakk.notifications.intake;

import org.jspecify.annotations.NullMarked;
