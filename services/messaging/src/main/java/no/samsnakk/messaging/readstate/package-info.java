/** What people have read, and what has reached them. */
@NullMarked
package no.samsnakk.messaging.readstate;

import org.jspecify.annotations.NullMarked;
