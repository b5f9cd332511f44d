/** What people have read, and what has reached them. */
@NullMarked
package no.samsnakk.messaging.readtrace.readstate;

import org.jspecify.annotations.NullMarked;
