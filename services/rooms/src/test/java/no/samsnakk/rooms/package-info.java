/** Rooms, tested by people who act in it, against a real PostgreSQL and a real Kafka. */
@NullMarked
package no.samsnakk.rooms;

import org.jspecify.annotations.NullMarked;
