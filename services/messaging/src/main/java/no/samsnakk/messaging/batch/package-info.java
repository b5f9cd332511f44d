/** Sharing transactions and round trips. */
@NullMarked
package no.samsnakk.messaging.batch;

import org.jspecify.annotations.NullMarked;
