/** The letters that people have sent to an address, and how many of them there may be in a day. */
@NullMarked
package no.samsnakk.rooms.letter;

import org.jspecify.annotations.NullMarked;
