/** This instance among others. */
@NullMarked
package no.samsnakk.messaging.instance;

import org.jspecify.annotations.NullMarked;
