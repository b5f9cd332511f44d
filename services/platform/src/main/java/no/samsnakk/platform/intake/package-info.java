/**
 * What the services that keep what they hear have in common: a batch from Kafka is read, and what
 * cannot be read, is not believed, or is not taken by PostgreSQL for what it says is set aside with
 * its coordinates, in the transaction that takes in the rest. So it stops nothing behind it, and
 * nothing of it is kept (R9).
 */
@NullMarked
package no.samsnakk.platform.intake;

import org.jspecify.annotations.NullMarked;
