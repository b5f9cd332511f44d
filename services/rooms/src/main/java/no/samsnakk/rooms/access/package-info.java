/** Who sees a room, and what he may do in it (R1). */
@NullMarked
package no.samsnakk.rooms.access;

import org.jspecify.annotations.NullMarked;
