/** The end of a session, whoever ends it. */
@NullMarked
package no.samsnakk.gateway.signout;

import org.jspecify.annotations.NullMarked;
