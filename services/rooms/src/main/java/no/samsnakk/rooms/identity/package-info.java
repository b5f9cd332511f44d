/** Identity numbers. They are read here, and leave only sealed or hashed (design, part 6). */
@NullMarked
package no.samsnakk.rooms.identity;

import org.jspecify.annotations.NullMarked;
