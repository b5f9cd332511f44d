/** What is measured: PostgreSQL, Kafka, messaging and audit, with rooms full of made-up people. */
@NullMarked
package no.samsnakk.bench.stage;

import org.jspecify.annotations.NullMarked;
