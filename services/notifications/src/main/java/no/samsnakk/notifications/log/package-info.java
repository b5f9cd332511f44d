/** What operators read: one numbered catalogue of messages. */
@NullMarked
package no.samsnakk.notifications.log;

import org.jspecify.annotations.NullMarked;
