/** What operators read: one numbered catalogue of messages, 200 to 299. */
@NullMarked
package no.samsnakk.rooms.log;

import org.jspecify.annotations.NullMarked;
