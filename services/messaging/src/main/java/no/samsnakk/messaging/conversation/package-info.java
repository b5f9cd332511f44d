/** Keeps messages (R2). */
@NullMarked
package no.samsnakk.messaging.conversation;

import org.jspecify.annotations.NullMarked;
