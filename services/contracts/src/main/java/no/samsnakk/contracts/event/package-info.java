/**
 * What the services tell each other over Kafka, as CloudEvents in JSON. Every type has a JSON
 * Schema, an example under {@code examples/}, and a test that today's code reads that example.
 * Consumers see everything at least once (R12) and order what they keep by the room's own numbers:
 * {@code accessEpoch} and {@code seq}.
 */
@NullMarked
package no.samsnakk.contracts.event;

import org.jspecify.annotations.NullMarked;
