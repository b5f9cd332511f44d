/** Time comes from an injected clock. */
@NullMarked
package no.samsnakk.platform.time;

import org.jspecify.annotations.NullMarked;
