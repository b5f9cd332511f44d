/** Keeps messages (R2). */
@NullMarked
package no.samsnakk.messaging.writing.conversation;

import org.jspecify.annotations.NullMarked;
