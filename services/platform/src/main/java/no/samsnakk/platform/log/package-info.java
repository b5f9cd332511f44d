/** What operators read: one numbered catalogue of messages. */
@NullMarked
package no.samsnakk.platform.log;

import org.jspecify.annotations.NullMarked;
