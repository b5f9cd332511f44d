/** Saying yes, to whom, and taking it back. */
@NullMarked
package no.samsnakk.e2e.consent;

import org.jspecify.annotations.NullMarked;
