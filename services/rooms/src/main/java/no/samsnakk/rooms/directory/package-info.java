/**
 * Who works where as what. An organisation's directory says it, never the person (design, part 6).
 */
@NullMarked
package no.samsnakk.rooms.directory;

import org.jspecify.annotations.NullMarked;
