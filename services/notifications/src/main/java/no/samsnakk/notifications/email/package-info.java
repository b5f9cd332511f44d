/**
 * Letters, the same for everyone: that there is something new, or that letters no longer come here,
 * and where to look (R9).
 */
@NullMarked
package no.samsnakk.notifications.email;

import org.jspecify.annotations.NullMarked;
