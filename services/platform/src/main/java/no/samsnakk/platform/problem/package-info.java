/** Refusals and faults, as RFC 9457 problems with a stable code (R11). */
@NullMarked
package no.samsnakk.platform.problem;

import org.jspecify.annotations.NullMarked;
