/** What the others tell over Kafka. */
@NullMarked
package no.samsnakk.messaging.feed;

import org.jspecify.annotations.NullMarked;
