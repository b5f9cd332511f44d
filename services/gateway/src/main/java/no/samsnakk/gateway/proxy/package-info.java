/** Passes REST on to the services, with the caller's token. */
@NullMarked
package no.samsnakk.gateway.proxy;

import org.jspecify.annotations.NullMarked;
