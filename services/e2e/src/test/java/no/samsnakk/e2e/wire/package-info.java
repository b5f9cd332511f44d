/** What goes over the wire, for where no screen is needed. */
@NullMarked
package no.samsnakk.e2e.wire;

import org.jspecify.annotations.NullMarked;
