/** Proposing a room for a patient. */
@NullMarked
package no.samsnakk.rooms.proposal;

import org.jspecify.annotations.NullMarked;
