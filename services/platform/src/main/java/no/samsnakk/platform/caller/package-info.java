/** Who calls: the token, turned into the person that everyone knows by an opaque id. */
@NullMarked
package no.samsnakk.platform.caller;

import org.jspecify.annotations.NullMarked;
