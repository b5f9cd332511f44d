/**
 * Who is in which room, and has read how far: a projection of what rooms and messaging tell. Each
 * piece of news carries a number that only rises (version, accessEpoch, seq), so that old news and
 * repeats are recognised (R12). It can be built again from the topic of rooms, which is compacted.
 *
 * <p>The two topics overtake each other. A message says under which access epoch it was committed;
 * one whose epoch we have not heard of waits in {@code early_message} until rooms has told. Whom an
 * entry names stands in {@code addressed}, with whether there is anything more to tell her of it;
 * what was taken back, in {@code retracted}.
 */
@NullMarked
package no.samsnakk.notifications.reading;

import org.jspecify.annotations.NullMarked;
