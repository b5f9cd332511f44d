/**
 * Whose an event is. Whoever can write to Kafka is not thereby believed: the service that tells an
 * event seals its record with a key that is made from its own for the topic (HMAC-SHA256 over
 * topic, key, event id and value), and whoever hears it looks at the seal before he reads the
 * value. A service's key counts only for what that service tells ({@link
 * no.samsnakk.platform.event.Tellers}). Why so: decision 41.
 *
 * <p>The trace context and Kafka's own timestamp are not sealed: nothing that anybody relies on
 * comes from them. That a record is told again proves nothing either; everybody knows that it may
 * be (R12).
 */
@NullMarked
package no.samsnakk.platform.event;

import org.jspecify.annotations.NullMarked;
