/** A message as it is stored, and what may stand in one. */
@NullMarked
package no.samsnakk.messaging.message;

import org.jspecify.annotations.NullMarked;
