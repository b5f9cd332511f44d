@NullMarked
package no.samsnakk.messaging.reading.agreement;

import org.jspecify.annotations.NullMarked;
