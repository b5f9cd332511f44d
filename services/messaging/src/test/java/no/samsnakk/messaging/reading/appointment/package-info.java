@NullMarked
package no.samsnakk.messaging.reading.appointment;

import org.jspecify.annotations.NullMarked;
