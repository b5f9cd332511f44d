/** The room, its consent and its seats, and the one way in which they change (R1, R4). */
@NullMarked
package no.samsnakk.rooms.room;

import org.jspecify.annotations.NullMarked;
