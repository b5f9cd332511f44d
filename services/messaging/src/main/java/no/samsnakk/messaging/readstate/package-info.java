/** How far people have read. */
@NullMarked
package no.samsnakk.messaging.readstate;

import org.jspecify.annotations.NullMarked;
