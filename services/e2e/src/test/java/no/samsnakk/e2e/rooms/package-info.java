/** My rooms, proposing one, who takes part in it. */
@NullMarked
package no.samsnakk.e2e.rooms;

import org.jspecify.annotations.NullMarked;
