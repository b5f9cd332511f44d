/** The letters that proposals ask for, and how many of them there may be in a day. */
@NullMarked
package no.samsnakk.rooms.letter;

import org.jspecify.annotations.NullMarked;
