/** Who may come in: a live session, and for changes proof that our own page asks. */
@NullMarked
package no.samsnakk.gateway.guard;

import org.jspecify.annotations.NullMarked;
