/** The built web app, from memory. */
@NullMarked
package no.samsnakk.gateway.webapp;

import org.jspecify.annotations.NullMarked;
