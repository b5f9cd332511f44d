/** Signing in and out. */
@NullMarked
package no.samsnakk.e2e.signin;

import org.jspecify.annotations.NullMarked;
