/** A sign-in: the ID token shown by the gateway makes a subject a person. */
@NullMarked
package no.samsnakk.rooms.signin;

import org.jspecify.annotations.NullMarked;
