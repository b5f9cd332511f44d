/** The story and what belongs to it, told by the people in it. */
@NullMarked
package no.samsnakk.e2e.journey;

import org.jspecify.annotations.NullMarked;
