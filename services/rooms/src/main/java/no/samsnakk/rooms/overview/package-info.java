/** Rooms as they are shown to one who may see them. */
@NullMarked
package no.samsnakk.rooms.overview;

import org.jspecify.annotations.NullMarked;
