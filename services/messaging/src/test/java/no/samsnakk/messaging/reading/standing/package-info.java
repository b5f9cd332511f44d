@NullMarked
package no.samsnakk.messaging.reading.standing;

import org.jspecify.annotations.NullMarked;
