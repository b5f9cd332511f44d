/** The conversation in a room. */
@NullMarked
package no.samsnakk.e2e.conversation;

import org.jspecify.annotations.NullMarked;
