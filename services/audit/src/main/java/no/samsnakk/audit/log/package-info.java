/** What operators read: one numbered catalogue of messages. */
@NullMarked
package no.samsnakk.audit.log;

import org.jspecify.annotations.NullMarked;
