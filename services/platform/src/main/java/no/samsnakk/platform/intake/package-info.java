/**
 * What the services that keep what they hear have in common: a batch from Kafka is read, and what
 * cannot be read or is not believed is set aside with its coordinates, in the transaction that
 * takes in the rest. So it stops nothing behind it, and nothing of it is kept (R9).
 */
@NullMarked
package no.samsnakk.platform.intake;

import org.jspecify.annotations.NullMarked;
