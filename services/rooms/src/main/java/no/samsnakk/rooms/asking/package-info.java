/**
 * Asking the same person again: after a no there is a pause, and it grows. It is reckoned from what
 * the one who asks, and his organisation, have asked before, never from whether somebody is known.
 */
@NullMarked
package no.samsnakk.rooms.asking;

import org.jspecify.annotations.NullMarked;
