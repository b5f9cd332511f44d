/** How a service connects to Kafka, and as whom: every client that it has is made here. */
@NullMarked
package no.samsnakk.platform.kafka;

import org.jspecify.annotations.NullMarked;
