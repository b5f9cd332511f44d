/** Reading entries. */
@NullMarked
package no.samsnakk.messaging.entry;

import org.jspecify.annotations.NullMarked;
