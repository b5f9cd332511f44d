/** Organisations, by their organisation number. */
@NullMarked
package no.samsnakk.rooms.organisation;

import org.jspecify.annotations.NullMarked;
