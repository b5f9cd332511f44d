/** What the others tell over Kafka. */
@NullMarked
package no.samsnakk.messaging.live.feed;

import org.jspecify.annotations.NullMarked;
