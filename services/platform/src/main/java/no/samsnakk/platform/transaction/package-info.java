/** Transactions in few round trips, for those who drive their connection themselves. */
@NullMarked
package no.samsnakk.platform.transaction;

import org.jspecify.annotations.NullMarked;
