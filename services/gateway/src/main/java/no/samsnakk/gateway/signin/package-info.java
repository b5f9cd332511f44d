/** From "sign in" to a session: the code flow, bound to the browser that began it. */
@NullMarked
package no.samsnakk.gateway.signin;

import org.jspecify.annotations.NullMarked;
