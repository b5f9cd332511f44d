/** What a Kafka broker on one machine is told: its settings and its topics. */
@NullMarked
package no.samsnakk.local.kafka;

import org.jspecify.annotations.NullMarked;
