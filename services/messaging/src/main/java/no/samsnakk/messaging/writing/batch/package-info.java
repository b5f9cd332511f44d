/** Sharing transactions and round trips. */
@NullMarked
package no.samsnakk.messaging.writing.batch;

import org.jspecify.annotations.NullMarked;
