/** Passes sockets on to messaging. */
@NullMarked
package no.samsnakk.gateway.socket;

import org.jspecify.annotations.NullMarked;
