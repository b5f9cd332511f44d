/** People: an opaque id, a name, perhaps an address to tell that there is something new. */
@NullMarked
package no.samsnakk.rooms.person;

import org.jspecify.annotations.NullMarked;
