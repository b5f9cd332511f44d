/** Finding whom to invite. Names are typed in a body, never in an address (R9). */
@NullMarked
package no.samsnakk.rooms.search;

import org.jspecify.annotations.NullMarked;
