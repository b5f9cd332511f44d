/** The rooms' keys, wrapped by a key outside the database (R9). */
@NullMarked
package no.samsnakk.messaging.roomkey;

import org.jspecify.annotations.NullMarked;
