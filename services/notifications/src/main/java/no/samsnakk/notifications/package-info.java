/**
 * Who should hear that there is something new, when, and by which channel. Never what it is: no
 * content, no names, no room (R9).
 *
 * <pre>
 *   Kafka ──▶ intake ──▶ reading   who is in which room, and has read how far
 *                 └────▶ wakeup ──▶ email    one letter for all that is due
 *                              └──▶ webpush  one push to each browser
 * </pre>
 */
@NullMarked
package no.samsnakk.notifications;

import org.jspecify.annotations.NullMarked;
