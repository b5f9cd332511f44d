/** Inviting to a seat, approving who sits in it, leaving it. */
@NullMarked
package no.samsnakk.rooms.seat;

import org.jspecify.annotations.NullMarked;
