/** What is proposed or agreed for meeting, across the rooms of one person. */
@NullMarked
package no.samsnakk.messaging.reading.appointment;

import org.jspecify.annotations.NullMarked;
