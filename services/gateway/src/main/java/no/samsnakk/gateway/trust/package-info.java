/** Whom the gateway believes. */
@NullMarked
package no.samsnakk.gateway.trust;

import org.jspecify.annotations.NullMarked;
